"""How linking grows, and how often chance is called a sum.

    python benchmarks/linking.py [--articles 500 1000 2000] [--triples 2000]

Every figure is a ratio taken in one run: the time and peak memory of ``link()`` on synthetic
stories of growing size, on many small stories and on one big story, and the part of random triples
of numbers that is called a sum.
"""

import argparse
import random
import sys
import time
import tracemalloc
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotations.extraction.reader import read
from annotations.linking.linker import link
from annotations.linking.types import Article

PLACES = "Orvel Lisund Karrow Ostwick Dorrin Velt Torrance Calder Marrick Pelham Aster".split()
SYLLABLES = "ka ro vel mi dor ast lin tur ba sen pol gra nim fel cor".split()
OPENINGS = (
    "At least {dead} people were killed when {cause} hit the town of {place} on {day}.",
    "{dead} people died in {place} on {day} after {cause}, {speaker} said.",
    "The death toll from {cause} in {place} stands at {dead}, according to {speaker}.",
)
DETAILS = (
    "{hurt} others were injured and taken to the {first} hospital of {place}, said {second}.",
    "{homes} homes near {first} street and in {second} were destroyed.",
    "{first} lasted for {hours} hours, {second}, a resident of {third}, said.",
    "Damage in {place} and {first} was put at ${cost} million by {speaker}.",
    "{police} police officers and {civilians} civilians from {first} were among the dead.",
    "The governor, {first} {second}, visited {place} and promised {third} {cost} million dollars.",
)
# Numbers of one text that have nothing to do with each other, or only seem to.
TRIPLES = (
    "{0} people were killed in {x}. In {y} {1} workers were injured. {2} men were arrested in {z}.",
    "{0} people died in {x} on Monday. {1} people died on Tuesday. {2} died there last year.",
    "A bomb killed {0} people in {x}. In March {1} people were killed in {y} and {2} died in {z}.",
    "{0} people died in {x}. The fire also injured {1} people, and {2} are missing in {y}.",
    "Police arrested {0} people in {x}. The court in {y} released {1} men and fined {2} women.",
    "{0} people were on board. {1} passengers were tourists; {2} passengers were from {x}.",
    "The company has {0} plants. It will close {1} plants in {x} and open {2} shops in {y}.",
    "The {x} hospital has {0} doctors. {1} nurses and {2} drivers joined a strike in {y}.",
    "Storms killed {0} people. {1} people died in {x} in a fire. {2} were killed in {y}.",
    "{0} people were on the ferry. {1} were injured in a crash in {x}, and {2} died in {y}.",
)
CAUSES = ("a landslide", "an explosion", "a flood", "a mine blast", "a train crash")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


class Story:
    """The facts of one synthetic event; each article tells some of them in its own words."""

    def __init__(self, chance: random.Random, number: int) -> None:
        self.chance = chance
        self.number = number
        self.facts = {
            "place": self.name(),
            "cause": chance.choice(CAUSES),
            "day": chance.choice(DAYS),
            "dead": chance.randint(3, 90),
            "hurt": chance.randint(10, 300),
            "homes": chance.randint(10, 500),
            "hours": chance.randint(2, 20),
            "cost": chance.randint(2, 90),
            "police": chance.randint(2, 9),
            "civilians": chance.randint(2, 9),
            "speaker": f"the {self.name()} ministry",
        }
        self.names = [self.name() for _ in range(6)]

    def name(self) -> str:
        return "".join(self.chance.choices(SYLLABLES, k=4)).capitalize()

    def article(self, index: int) -> Article:
        named = self.chance.sample(self.names, 3)
        facts = dict(self.facts, first=named[0], second=named[1], third=named[2])
        if self.chance.random() < 0.2:
            facts["dead"] += self.chance.randint(1, 5)
        sentences = [self.chance.choice(OPENINGS), *self.chance.sample(DETAILS, 3)]
        text = " ".join(sentence.format(**facts) for sentence in sentences)
        return Article(f"{self.number:05}-{index:05}", text, read(text))


def one_story(size: int) -> list[Article]:
    story = Story(random.Random(size), 0)
    return [story.article(index) for index in range(size)]


def small_stories(size: int) -> list[Article]:
    chance = random.Random(size)
    stories = [Story(chance, number) for number in range(max(1, size // 10))]
    return [story.article(index) for story in stories for index in range(10)]


def measure(articles: list[Article]) -> tuple[float, float]:
    """Processor seconds and peak megabytes of linking the articles."""
    start = time.process_time()
    link(articles)
    seconds = time.process_time() - start
    tracemalloc.start()
    link(articles)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return seconds, peak


def growth(sizes: list[int]) -> None:
    print(f"{'articles':>9} {'stories':>8} {'seconds':>8} {'ms/article':>11} {'peak MB':>8}")
    for make, stories in ((small_stories, "of 10"), (one_story, "one")):
        for size in sizes:
            seconds, peak = measure(make(size))
            each = 1000 * seconds / size
            print(f"{size:>9} {stories:>8} {seconds:>8.2f} {each:>11.2f} {peak:>8.1f}")


def false_sums(triples: int) -> None:
    """How often three random numbers, the first of which is the sum of the others in about every
    tenth case, are called a sum: all of these are chance."""
    chance = random.Random(1)
    adding = called = 0
    for index in range(triples):
        total, one, other = (chance.randint(2, 12) for _ in range(3))
        x, y, z = chance.sample(PLACES, 3)
        text = TRIPLES[index % len(TRIPLES)].format(total, one, other, x=x, y=y, z=z)
        adding += total == one + other
        found = link([Article(str(index), text, read(text))]).sums
        called += any(sum_.total is not None for sum_ in found)
    print(f"{triples} random triples: {adding} add up, {called} are called a sum")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[500, 1000, 2000])
    parser.add_argument("--triples", type=int, default=2000)
    options = parser.parse_args()
    growth(options.articles)
    false_sums(options.triples)


if __name__ == "__main__":
    main()
