"""The linkings of several stories, joined into one."""

from annotations.linking.side_by_side import side_by_side
from annotations.linking.types import (
    Group,
    GroupRelation,
    Linking,
    Origin,
    OriginKind,
    Relation,
    Sum,
    SumScope,
)


def linking_of(place: str) -> Linking:
    """Two groups that conflict, one of which has a sum, and each an origin of its own."""
    labels = f"dead of {place}", f"hurt in {place}"
    return Linking(
        groups=tuple(
            Group((), label, 6, 6, "person", "people", "killed", origins=(index,))
            for index, label in enumerate(labels)
        ),
        relations=(GroupRelation(0, 1, Relation.CONFLICTING, ()),),
        sums=(
            Sum(None, (), 6, 6, SumScope.ARTICLE, (), group=1),
            Sum(None, (), 6, 6, SumScope.ARTICLE, ()),
        ),
        origins=tuple(Origin(OriginKind.REPORT, label, ()) for label in labels),
    )


def test_groups_origins_and_sums_refer_to_their_own_story():
    joined = side_by_side([linking_of("Alvik"), linking_of("Stornes")])
    for group in joined.groups:
        (origin,) = group.origins
        assert joined.origins[origin].label == group.label
    pairs = [
        (joined.groups[one.first].label, joined.groups[one.second].label)
        for one in joined.relations
    ]
    assert pairs == [
        ("dead of Alvik", "hurt in Alvik"),
        ("dead of Stornes", "hurt in Stornes"),
    ]
    assert [
        one.group if one.group is None else joined.groups[one.group].label for one in joined.sums
    ] == [
        "hurt in Alvik",
        None,
        "hurt in Stornes",
        None,
    ]


def test_one_linking_stays_as_it_is():
    assert side_by_side([linking_of("Alvik")]) == linking_of("Alvik")
