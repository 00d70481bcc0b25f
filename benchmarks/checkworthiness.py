"""Average precision of the check-worthiness score on sentences of our own.

checkworthiness.jsonl holds 120 sentences, each with the label a fact-checker would give: 1 where
it states something that can be checked and matters, 0 for opinion, background, scene and page
furniture. Run:

    python benchmarks/checkworthiness.py
"""

import json
import random
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import mean

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotations.extraction.reader import read

DATA = Path(__file__).with_suffix(".jsonl")
SHUFFLES = 1000
WORST = 6


def our_score(text: str) -> float:
    return max((claim.score for claim in read(text).claims), default=0.0)


def has_a_digit(text: str) -> float:
    return float(any(character.isdigit() for character in text))


def average_precision(ranked: Iterable[int]) -> float:
    """Mean of the precision at each place that holds a 1."""
    found, precisions = 0, []
    for place, label in enumerate(ranked, start=1):
        found += label
        if label:
            precisions.append(found / place)
    return mean(precisions)


def expected(rows: list[dict], score: Callable[[str], float], shuffles: int = SHUFFLES) -> float:
    """Average precision with ties broken at random, the mean over many shuffles."""
    chance = random.Random(0)
    scored = [(score(row["text"]), row["label"]) for row in rows]
    results = []
    for _ in range(shuffles):
        chance.shuffle(scored)
        ranked = sorted(scored, key=lambda pair: -pair[0])
        results.append(average_precision(label for _, label in ranked))
    return mean(results)


def main() -> None:
    rows = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
    print(f"{len(rows)} sentences, {sum(row['label'] for row in rows)} worth checking")
    for name, score in (
        ("random", lambda text: 0.0),
        ("has a digit", has_a_digit),
        ("check-worthiness", our_score),
    ):
        print(f"{name:18} average precision {expected(rows, score):.3f}")
    print("\nhighest that are not worth checking, lowest that are:")
    ranked = sorted(rows, key=lambda row: -our_score(row["text"]))
    high = [row for row in ranked if not row["label"]][:WORST]
    low = [row for row in ranked if row["label"]][-WORST:]
    for row in high + low:
        print(f"  {row['label']} {our_score(row['text']):.2f} {row['text']}")


if __name__ == "__main__":
    main()
