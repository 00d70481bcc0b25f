"""The linkings of several stories as one, so that they can be stored together."""

from collections.abc import Iterable
from dataclasses import replace

from annotations.linking.types import Group, GroupRelation, Linking, Origin, Sum


def side_by_side(linkings: Iterable[Linking]) -> Linking:
    """All that the linkings say, one after the other; what refers to groups and origins by their
    places refers to their new ones."""
    groups: list[Group] = []
    relations: list[GroupRelation] = []
    sums: list[Sum] = []
    origins: list[Origin] = []
    for one in linkings:
        first, origin = len(groups), len(origins)
        groups += [
            replace(group, origins=tuple(origin + place for place in group.origins))
            for group in one.groups
        ]
        relations += [
            replace(pair, first=first + pair.first, second=first + pair.second)
            for pair in one.relations
        ]
        sums += [
            item if item.group is None else replace(item, group=first + item.group)
            for item in one.sums
        ]
        origins += one.origins
    return Linking(tuple(groups), tuple(relations), tuple(sums), tuple(origins))
