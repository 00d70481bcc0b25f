"""Words that make a statement more or less worth checking. Lower case."""

from annotations.extraction.lexicon.words import words

ACCUSING = words(
    """
    accused accuses accusing blamed blames blaming alleged alleges alleging violated violating
    fraud corruption bribery illegally responsible
    """
)
OPINION = words(
    """
    should must believe believes hope hopes hopefully feel feels felt think thinks seem seems
    important unfortunately sadly beautiful wonderful terrible best worst great amazing brilliant
    disgraceful shameful concern concerns concerned regret proud love loved hate tragic tragedy
    thoughts prayers condolences inspiring delicious favourite favorite probably perhaps arguably
    deserve deserves fear fears worry worried optimistic pessimistic shocked strongly very truly
    remarkable disappointing exciting
    """
)
BACKGROUND = words(
    """
    traditionally historically known largely generally often usually typically decades-long
    located situated recognised recognized founded history famous renowned
    """
)
BOILERPLATE = words(
    """
    subscribe newsletter cookies advertisement copyright unsubscribe podcast subscribers inbox
    """
)
PAGE_VERBS = words(
    "subscribe click sign follow download read share contact visit send watch listen"
)
FIRST_PERSON = words("i we my our us me")
