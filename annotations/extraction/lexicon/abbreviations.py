"""Abbreviations that end in a full stop, by what the full stop says. Lower case, without it."""

# A name or noun follows: the full stop never ends a sentence.
BEFORE_NAME = frozenset(
    """
        adm amb asst atty brig capt cdr cmdr col cpl det dr esq fr ft gen gov hon incl insp lt maj
        messrs mgr mlle mme mr mrs ms msgr mt ofc pfc pres prof pt pte pvt rep reps rev rt sen sens
        sgt spc sr supt st ste brig.-gen maj.-gen lt.-col vs v e.g i.e cf viz al ca approx dept univ
        """.split()
)

# A number follows, or the sentence ends: "No. 5", "the answer was no."
BEFORE_NUMBER = frozenset(
    """
        no nos art arts sec sect ch fig figs pp p vol para paras est
        """.split()
)

# Behind an exclamation or question mark they make it a part of a firm's name: "Hurrah! Inc."
COMPANY_WORDS = frozenset("Inc Corp Ltd LLC Co PLC Plc Group Brands Holdings".split())

MONTHS = frozenset(
    """
        jan feb mar apr jun jul aug sep sept oct nov dec
        """.split()
)

# May stand in the middle of a sentence or end it: the next word decides.
MAY_END_SENTENCE = frozenset(
    """
        a.m p.m u.s u.k u.n e.u u.s.a u.a.e d.c l.a n.y inc corp ltd co cos llc plc bros jr sr etc
        ph.d m.d b.a m.a b.c a.d ave blvd rd sq
        """.split()
)

# The same, where written with a capital.
STATES = frozenset(
    """
        ariz ala ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb
        nev okla ore pa penn tenn tex va vt wash wis wyo
        """.split()
)

TIME_ZONES = frozenset(
    """
        ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST CET CEST IST JST Eastern Pacific
        Central Mountain Greenwich Sunday Monday Tuesday Wednesday Thursday Friday Saturday January
        February March April May June July August September October November December Jan Feb Mar
        Apr Aug Sept Oct Nov Dec
        """.split()
)

# Words that, written with a capital, open a sentence rather than carry on a name.
SENTENCE_STARTERS = frozenset(
    """
        A About According After All Also Although An And Another Any As At Because Before Both But
        By Despite During Each Earlier Even Every Few For From He Her Here His How However I If In
        Instead It Its Last Later Many Meanwhile More Most Mr Mrs My Nearly Neither No None Not Nor
        Now Of On Once One Only Or Other Others Our Over Police She Since So Some Still Such That
        The Their Then There These They This Those Though Three Through Thus To Today Tomorrow Two
        Under Until Up We What When Where Whether Which While Who Why With Without Yesterday Yet You
        Your
        """.split()
)
