"""How fast the reader is, how it grows, and what memory it takes.

    python benchmarks/extraction.py [--seconds 2] [--largest 10000000]

Every figure is a ratio taken in one run: sentences a second against a bare JSON pipe and, where
it is installed (``pip install --group bench``), against quantulum3 on the same sentences, in turn
with it; time of the processor per character at growing lengths against texts of 1,000 characters;
peak memory of ``manage.py extract`` above a first short text, and above the line and the text too.
"""

import argparse
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from annotations.extraction.reader import read  # noqa: E402

SENTENCES = """
At least 41 people have died and more than 200 were injured after a bridge collapsed.
The government will give Rs 5 lakh to the kin of each of the 14 victims.
A 6.4-magnitude quake hit 12 km west of the town at a depth of 10 km, officials said.
The index fell 1.2% to 4,137.04, while the blue chips lost 338 points, or 1%.
Brent crude rose 45 cents, or 0.6%, to $79.83 a barrel by 0926 GMT.
The ministers spoke for a long time and agreed on nothing that could be called a plan.
The company plans to cut between 3,000 and 4,000 jobs, about 8 per cent of its workforce.
"We have lost everything," said a woman who had come down from the hills with her two children.
Nine out of ten voters backed the measure in a referendum held on 7 May.
Police seized 2.5 tonnes of cocaine worth an estimated €150 million in a raid on Tuesday.
A Boeing 737 with 189 people on board came down in the sea minutes after it took off.
The drug cut deaths by 20 to 30 percent in a trial of 1,200 patients in six countries.
Dozens of different types of drones and more than a hundred tanks were put on display.
It was one of the deadliest attacks in the region since the 44-day war of 2020.
Four police officers and two civilians lost their lives when their car hit a mine.
The spokesman denied that any of the villages had been shelled from the other side.
Households pay £1,200 a year on average, up 12% from a year earlier, the regulator said.
The 12-strong team worked around the clock for 48 hours to reach the miners.
Of the 19 hostages, six were freed and 13 remain in captivity, according to the army.
The law, which takes effect next month, bars foreign firms from owning farm land.
""".strip().splitlines()
SHAPES: dict[str, str] = {
    "prose": " ".join(SENTENCES) + "\n\n",
    "one line": " ".join(SENTENCES).replace(".", ",") + " ",
    "digits": "9",
    "numbers": "12 ",
    "brackets": "([{",
    "quotes": '"five" ',
    "of the of the": "one of the ",
    "a, a, a": "a, ",
    "and and and": "and ",
    "one one one": "one ",
    "1,1,1,1": "1,",
    "$$$$": "$",
    "- - -": "- ",
    "apostrophes": "'",
    "names": "Anna Berg Carl Dorn ",
    "said said said": "said ",
    "$1 to $1 to": "$1 to ",
    "5% 5% 5%": "5% ",
}
MEASURED = ("prose", "one line", "digits", "brackets", "quotes", "apostrophes")  # for memory
_ROUNDS = 3
SHORTEST = 1_000  # characters
LENGTHS = (10_000, 100_000, 1_000_000, 10_000_000)
_FAIR = 300_000  # characters to read at least, for a time that can be compared
PEER = "quantulum3"
PIPE = (
    "import sys, json\n"
    "for line in sys.stdin:\n"
    "    row = json.loads(line)\n"
    "    print(json.dumps({'id': row['id'], 'figures': []}), flush=True)\n"
)


def rate(work: Callable[[], None], seconds: float) -> float:
    """Sentences a second of a pass over SENTENCES, whole passes for at least so many seconds."""
    work()
    passes, began = 0, time.perf_counter()
    while time.perf_counter() - began < seconds:
        work()
        passes += 1
    return passes * len(SENTENCES) / (time.perf_counter() - began)


def piped(command: list[str], seconds: float) -> float:
    """Sentences a second through a filter of JSON Lines, its start not counted."""
    rows = "".join(
        json.dumps({"id": str(number), "text": text}) + "\n"
        for number, text in enumerate(SENTENCES)
    ).encode()
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout

        def once() -> None:
            process.stdin.write(rows)
            process.stdin.flush()
            for _ in SENTENCES:
                process.stdout.readline()

        found = rate(once, seconds)
        process.stdin.close()
    return found


def peer() -> Callable[[], None] | None:
    """A pass of the peer over the same sentences, None where it is not installed."""
    try:
        from quantulum3 import parser
    except ImportError:
        return None
    return lambda: [parser.parse(sentence) for sentence in SENTENCES] and None


def speeds(seconds: float) -> dict[str, float]:
    """The best of three rounds for each, so that what else the machine does weighs less."""
    works: dict[str, Callable[[], float]] = {
        "bare JSON pipe": lambda: piped([sys.executable, "-c", PIPE], seconds),
        "manage.py extract": lambda: piped([sys.executable, "manage.py", "extract"], seconds),
        "reader.read": lambda: rate(lambda: [read(text) for text in SENTENCES] and None, seconds),
    }
    other = peer()
    if other:
        works[PEER] = lambda: rate(other, seconds)
    found = dict.fromkeys(works, 0.0)
    for _ in range(_ROUNDS):
        for name, work in works.items():
            found[name] = max(found[name], work())
    return found


def of_length(unit: str, length: int) -> str:
    return (unit * (length // len(unit) + 1))[:length]


def spent(texts: list[str]) -> float:
    """Seconds of the processor that reading the texts takes."""
    began = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - began


def growth(unit: str, length: int) -> float:
    """What a character of a text of such a length costs, against the same characters in texts of
    the shortest length, half of them read before it and half behind.
    """
    text = of_length(unit, max(length, _FAIR))
    short = cut(text, SHORTEST)
    half = len(short) // 2
    before, whole, behind = spent(short[:half]), spent(cut(text, length)), spent(short[half:])
    return whole / (before + behind)


def cut(text: str, length: int) -> list[str]:
    return [text[start : start + length] for start in range(0, len(text), length)]


def memory(unit: str, length: int) -> tuple[float, float, float]:
    """MB that ``manage.py extract`` takes for a text of such a length above a first short one, the
    MB of its line and its text, and the MB of the answer.
    """
    text = of_length(unit, length)
    line = json.dumps({"id": "long", "text": text}, ensure_ascii=False).encode() + b"\n"
    with subprocess.Popen(
        [sys.executable, "manage.py", "extract"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        answered(process, b'{"id": "short", "text": "Six people died."}\n')
        before = most_resident(process.pid)
        size = answered(process, line)
        peak = most_resident(process.pid)
        process.stdin.close()
    return peak - before, (len(line) + sys.getsizeof(text)) / 1e6, size / 1e6


def answered(process: subprocess.Popen[bytes], line: bytes) -> int:
    """Send a line, and give the bytes of its answer."""
    sending = threading.Thread(target=lambda: (process.stdin.write(line), process.stdin.flush()))
    sending.start()
    size, piece = 0, b""
    while not piece.endswith(b"\n"):
        piece = process.stdout.read1()
        size += len(piece)
    sending.join()
    return size


def most_resident(pid: int) -> float:
    """The most MB of memory that a process has held."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) * 1024 / 1e6


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    options.add_argument("--seconds", type=float, default=2.0)
    options.add_argument("--largest", type=int, default=10_000_000)
    chosen = options.parse_args()

    found = speeds(chosen.seconds)
    print(f"{'':20} {'sentences/s':>12} {'of the pipe':>12} {'× ' + PEER:>13}")
    for name, value in found.items():
        times = f"{value / found[PEER]:13.1f}" if PEER in found else f"{'–':>13}"
        print(f"{name:20} {value:12.0f} {value / found['bare JSON pipe']:12.2f} {times}")

    lengths = [size for size in LENGTHS if size <= chosen.largest]
    print(f"\n{'time per character':20}" + "".join(f"{size:>12,}" for size in lengths))
    for name, unit in SHAPES.items():
        print(f"{name:20}" + "".join(f"{growth(unit, size):12.2f}" for size in lengths))

    print(
        f"\n{'memory in MB':20} {'above a short':>14} {'line + text':>12} {'of the rest':>12}",
        end="",
    )
    print(f"{'answer':>12}")
    for name in MEASURED:
        above, given, answer = memory(SHAPES[name], chosen.largest)
        print(f"{name:20} {above:14.1f} {given:12.1f} {above - given:12.1f} {answer:12.1f}")


if __name__ == "__main__":
    main()
