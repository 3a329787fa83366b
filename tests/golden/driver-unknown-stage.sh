rassegna --until translte </dev/null
