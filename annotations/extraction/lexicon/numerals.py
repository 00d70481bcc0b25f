"""Number words, lower case, and what they are worth."""

SMALL = {
    word: value
    for value, word in enumerate(
        """
            zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
            fifteen sixteen seventeen eighteen nineteen
            """.split()
    )
}
TENS = {
    word: 10 * tens
    for tens, word in enumerate(
        """
            twenty thirty forty fifty sixty seventy eighty ninety
            """.split(),
        start=2,
    )
}
MAGNITUDES = {
    "hundred": 100.0,
    "thousand": 1e3,
    "lakh": 1e5,
    "lac": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
    "dozen": 12.0,
}

# Written behind the digits, touching them: $1.7bn, 40k, 4.3M.
SCALE_SUFFIXES = {
    "k": 1e3,
    "K": 1e3,
    "m": 1e6,
    "M": 1e6,
    "MM": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "mil": 1e6,
    "b": 1e9,
    "B": 1e9,
    "bn": 1e9,
    "Bn": 1e9,
    "BN": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "T": 1e12,
    "cr": 1e7,
    "Cr": 1e7,
    "lakh": 1e5,
    "crore": 1e7,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
}
# Near these the m of 1.8m is a metre.
LENGTH_WORDS = frozenset(
    """
    long wide high tall deep thick height length width depth distance jump jumped leap leapt throw
    threw vault cleared dive wave waves swell snow rain tsunami wall walls tower statue tree trees
    shark crocodile whale ship boat vessel yacht pool dash sprint hurdles freestyle butterfly
    backstroke breaststroke relay race world above below underground underwater sea level
    mirror telescope antenna robot rocket snake python crane pole banner sculpture
    away surface skeleton tail wingspan diameter radius hole crater tunnel bridge rope fence
    ft feet metres meters km cm ( x
    """.split()
)

# Before one of these it is a metre although they are plurals.
RACES = frozenset("hurdles heats finals sprints races relays".split())

# Written apart from the digits as well: 1.7 bn.
SPACED_SCALES = {"bn": 1e9, "mn": 1e6, "mln": 1e6, "bln": 1e9, "tn": 1e12, "trn": 1e12, "cr": 1e7}

# A magnitude in the plural names its order; a dozen and a score are counted to the next hundred.
ORDERS = {
    "tens": (10.0, 100.0),
    "hundreds": (100.0, 1e3),
    "thousands": (1e3, 1e4),
    "lakhs": (1e5, 1e6),
    "millions": (1e6, 1e7),
    "crores": (1e7, 1e8),
    "billions": (1e9, 1e10),
    "trillions": (1e12, 1e13),
}
LOOSE_COUNTS = {"dozens": (24.0, 99.0), "scores": (40.0, 99.0)}
VAGUE = {"several": (3.0, 9.0), "few": (3.0, 9.0), "handful": (3.0, 9.0), "couple": (2.0, 2.0)}

FRACTIONS = {
    "half": 0.5,
    "halves": 0.5,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 0.25,
    "quarters": 0.25,
    "fourth": 0.25,
    "fourths": 0.25,
    "fifth": 0.2,
    "fifths": 0.2,
    "sixth": 1 / 6,
    "sixths": 1 / 6,
    "seventh": 1 / 7,
    "sevenths": 1 / 7,
    "eighth": 0.125,
    "eighths": 0.125,
    "ninth": 1 / 9,
    "ninths": 1 / 9,
    "tenth": 0.1,
    "tenths": 0.1,
    "hundredth": 0.01,
    "hundredths": 0.01,
}
FRACTION_SIGNS = {
    "½": 1 / 2,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅕": 1 / 5,
    "⅖": 2 / 5,
    "⅗": 3 / 5,
    "⅘": 4 / 5,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}
# A slash between whole numbers is a fraction over one of these; 24/7 and 9/11 are not.
DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 20, 32, 64, 100, 128})

# A change of so many times: a tenfold increase.
FOLDS = {
    word + "fold": float(value)
    for word, value in (SMALL | TENS | {"hundred": 100, "thousand": 1000}).items()
    if value > 1
}

# Verbs of such a change: more than doubled, to double.
TO_MULTIPLY = {
    "double": 2.0,
    "triple": 3.0,
    "treble": 3.0,
    "quadruple": 4.0,
    "quintuple": 5.0,
    "halve": 0.5,
}
MULTIPLYING = {
    verb.removesuffix("e") + ending: value
    for verb, value in TO_MULTIPLY.items()
    for ending in ("ed", "ing")
}

MULTIPLIERS = {"twice": 2.0, "thrice": 3.0}

NUMBER_WORDS = frozenset(SMALL) | frozenset(TENS) | frozenset(MAGNITUDES)
STARTERS = (
    NUMBER_WORDS
    | frozenset(ORDERS)
    | frozenset(LOOSE_COUNTS)
    | frozenset(VAGUE)
    | frozenset(FRACTIONS)
    | frozenset(FRACTION_SIGNS)
    | frozenset(MULTIPLIERS)
    | frozenset(FOLDS)
)
