rassegna --nonsense
