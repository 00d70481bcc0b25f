"""Words beside which a bare number counts people, lower case."""

from annotations.extraction.lexicon.words import words

CASUALTY = words(
    """
    killed dead injured wounded missing hurt died die dies drowned perish perished hospitalised
    hospitalized arrested detained rescued evacuated unaccounted homeless stranded marooned trapped
    displaced jobless gathered protested marched demonstrated rallied fled
    """
)
DONE_TO_PEOPLE = words(
    """
    killing killed kills kill hurting hurt hurts injuring injured injures injure wounding wounded
    wounds wound
    executing executed hospitalizing hospitalising arresting arrested arrests detaining detained
    rescuing rescued displacing displaced sickening sickened
    forced forcing forces drove driving stranded stranding sheltering
    employs employed employing employ hired hiring
    """
)
# What is done to things by those who attack, rob or enforce, and by storms.
HARM = words(
    """
    destroyed destroying destroy damaged damaging damage burned burnt burning torched flattened
    demolished razed wrecked collapsed flooded submerged sank sunk sinking shelled bombed hit struck
    looted stolen stole stealing robbed seized seizing confiscated recovered recovering vandalised
    vandalized ransacked set shot killed killing downed closed shut reopened evacuated cancelled
    canceled derailed crushed hacked attacked attacking
    """
)
GROUPS = words(
    """
    crowd crowds population workforce team family group staff army force party crew squad gang
    audience congregation mob delegation panel jury electorate membership
    """
)
# Those who belong to them go by the same name: 36 crew.
STAFFS = words("crew staff workforce")
# Of these each is one person's.
FATES = words(
    """
    death fatality casualty injury killing murder homicide slaying drowning suicide body corpse
    homeless
    """
)
# Beside their names cases are people who have them.
DISEASES = words(
    """
    cholera covid coronavirus measles ebola mpox dengue malaria flu influenza polio virus disease
    infection infections outbreak epidemic pandemic typhoid meningitis hepatitis tuberculosis zika
    sars mers plague diphtheria rabies norovirus salmonella listeria marburg fever pneumonia
    smallpox chickenpox mumps anthrax botulism strain variant patients infected
    """
)
TOLLS = words("toll tolls deaths fatalities casualties injuries")
