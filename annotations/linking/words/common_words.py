"""Words so common in news that sharing them says nothing of what is reported. A fixed list: what
two articles share must not depend on the other articles at hand."""

COMMON = frozenset(
    """
    a about above across add added after again against ago all allow allowed almost along already
    also although always am among an and another any anyone anything are area around as ask asked
    at away back be became because become been before began begin being believe best better between
    big both bring but by call called came can case come coming could country day days did do does
    doing done down during each early earlier either else end enough even ever every everyone
    everything expect expected far few find first follow following for found four five friday from
    full further gave get getting give given go going good got group had happened has have having
    he head hear heard held help her here herself high him himself his hit hold home hour hours how
    however i if in include included including into is it its itself january february march april
    may june july august september october november december just keep kind knew know known last
    late later least leave led left less let life like likely little local long look looking made
    main major make makes making man many matter mean meanwhile men might minute minutes monday
    month months more morning most move mr mrs ms much must my name national near nearly need never
    new news next night no nor not nothing now number of off official officials often old on once
    one only open or other others our out over own part past people per person place plan police
    possible president probably public put quite re read really recent recently report reported
    reportedly reporter reporters reports right run said same saturday saw say saying says second
    see seen set seven several shall she should show since six small so some someone something
    soon source sources spokesman spokeswoman start started state statement still such sunday sure
    take taken taking tell ten than that the their them themselves then there these they thing
    things think third this those though three through thursday time times to today together told
    tomorrow too took toward towards tried try trying tuesday turn two under until up us use used
    very wait want wanted was way we wednesday week weeks well went were what when where whether
    which while who whole whom whose why will with within without woman women word words work
    world would year years yes yesterday yet you your
    according agency authorities eight nine ap afp reuters bbc cnn photo video story article
    copyright updated published continue comment share newsletter
    s t d ll ve isn doesn didn wasn won don
    """.split()
)

# Words of the kinds of things that news reports again and again: that both articles have them says
# of what kind the occurrences are, hardly which.
TOPICAL = frozenset(
    """
    accident accuse accused admit agree agreed agreement allege alleged allegedly american announce
    announced approve army arrest arrested attack attacked attempt attorney award ban bank battle
    billion blame blast blaze blow body bodies bomb bombing break broke burn business buy campaign
    car career case cause caused ceasefire champion championship charge charged charges child
    children city civilian civilians claim claimed coach company condition confirm confirmed
    conflict convict convicted count counts coup court crash crime critical cut damage damaged dead
    deadly deal death deaths defence defend defense demand deny denied destroy destroyed detain
    die died dies disease dollar dollars double earthquake election emergency employee employees
    escape euro euros evacuate evidence execute executive expert explosion face faces fall family
    fatal fatally father federal fight fighting fire fired firefighters flood force forces former
    game games gang government guilty gun gunman guns hearing heist home homicide hospital hostage
    hurt incident injure injured injuries injury investigate investigation investigator jail
    journalist judge jury kill killed killing killings kills law lawyer leader league life lose
    loss lost magnitude majority manager market match men military million minister ministry mother
    murder murdered murders night offer officer offers order parliament party pay percent player
    play played plead point points policeman policemen prison prosecutor prosecutors protest
    protester protesters protests quake quarter raid record region release released rescue resident
    residents return returned riot rob robber robbers robbery rule score scored season security
    sentence sentenced serve service serious seriously sheriff shoot shooting shot sign signed slay
    slaying slayings soldier soldiers son spokesperson stab stop store storm strike struck suffer
    suspect suspected suspects talk team threat toll town trade trial troops truth vehicle verdict
    victim victims victory village villages violence vote war weapon weapons win wins witness
    witnesses won worker workers wound wounded wounding young
    """.split()
)
