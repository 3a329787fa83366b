#!/usr/bin/env python3
"""The chain under an engine that knows nothing of it but lines: Hadoop Streaming's map step, Spark's
pipe(). Such an engine cuts a file of JSON Lines into shares, starts a command for each, writes the
share's lines to its standard input while it reads lines from its standard output, and takes the work
for failed when a command ends with another status than 0. It may run a share twice.

usage: tests/streaming.py BUILD_DIR
prints: a line for each check, "ok NAME" or "FAIL NAME"; status 1 if one failed
"""
import json
import os
import subprocess
import sys
import threading

BUILD = os.path.abspath(sys.argv[1])
STAGES = ("extract --format jsonl", "tokenize", "tag", "stem", "score", "gloss", "select")
CHAIN = " | ".join(f"rassegna-{stage}" for stage in (*STAGES, "render --to jsonl"))
ENVIRONMENT = {"PATH": BUILD + ":" + os.environ["PATH"], "LC_ALL": "C"}
failed = False


class TaskFailed(Exception):
    pass


def pipe(lines, command, environment):
    """As Spark's PipedRDD: feed from a thread, read here, and look at the status."""
    task = subprocess.Popen(["bash", "-o", "pipefail", "-c", command], env=environment,
                            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def feed():
        try:
            task.stdin.writelines(line + b"\n" for line in lines)
            task.stdin.close()
        except BrokenPipeError:
            pass

    said = []
    feeder = threading.Thread(target=feed)
    listener = threading.Thread(target=lambda: said.append(task.stderr.read()))
    feeder.start()
    listener.start()
    out = [line.rstrip(b"\n") for line in task.stdout]
    feeder.join()
    listener.join()
    if task.wait() != 0:
        raise TaskFailed(f"status {task.returncode}: {said[0].decode()[:200]}")
    return out


def run(records, shares, command=CHAIN, environment=ENVIRONMENT):
    """All shares side by side; what comes out, in no order, as from an engine."""
    results, errors = [], []

    def task(lines):
        try:
            results.extend(pipe(lines, command, environment))
        except TaskFailed as error:
            errors.append(str(error))

    threads = [threading.Thread(target=task, args=(records[i::shares],)) for i in range(shares)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise TaskFailed("; ".join(errors))
    return sorted(results)


def fails(*arguments, **options):
    try:
        run(*arguments, **options)
    except TaskFailed:
        return True
    return False


def check(name, holds):
    global failed
    print("ok" if holds else "FAIL", name)
    failed = failed or not holds


def record(i):
    text = f"Il ponte numero {i} riapre a maggio. I lavori sono finiti, dice il sindaco di Borgo {i}."
    return json.dumps({"id": f"a{i}", "source": f"a{i}.txt", "date": "2025-06-11", "text": text}).encode()


records = [record(i) for i in range(300)]
whole = run(records, 1)
check("a record gives a line of JSON with its id",
      sorted(json.loads(line)["id"] for line in whole) == sorted(f"a{i}" for i in range(300)))
for shares in 2, 4:
    check(f"{shares} shares give what one gives", run(records, shares) == whole)
check("a share that is run twice gives the same twice",
      run(records[::2], 1) == run(records[::2], 1))
check("lines longer than a pipe's buffer do not stop the flow",
      len(run([json.dumps({"id": f"b{i}", "text": ("Il ponte " + "molto " * 500 + "riapre. ") * 50})
               .encode() for i in range(4)], 2)) == 4)
check("a share without records gives none", not fails([], 1) and run([], 1) == [])
check("a record that is none fails the task", fails(records[:20] + [b"{bad"], 2))
check("a stage that cannot work fails the task",
      fails(records[:20], 2, environment={**ENVIRONMENT, "RASSEGNA_MODELS": "/nowhere"}))
check("a stage that dies fails the task",
      fails(records[:20], 2, command=CHAIN.replace("rassegna-stem", "(kill -KILL $BASHPID)")))
sys.exit(failed)
