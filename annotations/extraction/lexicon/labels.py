"""Words that make the number beside them a name, an address or a place in an order."""

from annotations.extraction.lexicon.words import words

# The number behind one of these is a name whatever follows: a phase 3 trial, Article 4.
NUMBERED = words(
    """
    article articles section sections chapter chapters page pages pp figure fig route highway
    motorway interstate flight channel phase type level category version grade room gate lane
    episode volume vol paragraph clause annex appendix schedule title resolution amendment
    proposition tier stage apollo soyuz falcon boeing airbus iphone ipad windows android hepatitis
    omega vitamin covid formula fortune ftse nasdaq nikkei dax cac russell asx tsx nifty stoxx
    sensex topix kospi psalm model no nos size marker zip postcode form item bib bluetooth
    usb hdmi pcie gen protocol
    """
)
# The number behind one of these, or behind any capitalised word, is a name when nothing that can
# be counted or measured follows: Game 7, Unit 3, top 10.
RANKED = words(
    """
    game group unit round lap leg week day season matchday step league class division number exit
    junction part act scene verse line rule law item lot block plot floor suite apartment apt flat
    ward district zone area sector region car bus train box locker cell order case seed form mark
    series area camp base hill point terminal pier runway building tower reactor opus position
    place rank ranked ranking platform top bottom track question act bbc itv sky radio studio
    pool jersey shirt call called calling dial dialed dialled hotline helpline
    """
)
STREETS = words(
    """
    street st road rd avenue ave boulevard blvd lane drive way court ct place square terrace
    crescent parkway pkwy highway hwy close gardens grove mews row plaza circle broadway
    """
)
BEHIND = words("block zip postcode o'clock o’clock")
CLOCK = words("am pm a.m. p.m. gmt utc est edt pst pdt cet cest ist bst hrs noon o'clock o’clock")
ORDINAL_SUFFIXES = words("st nd rd th")
# Hyphened to a number word these make another word: two-way, one-off.
NOT_COUNTED = words(
    """
    way time off on up down sided pronged dimensional some something self nil all pointer
    pointers gauge caliber calibre
    """
)
