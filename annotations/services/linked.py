"""What of some stories is linked: their rows, by the names that linking knows them by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotations.linking import types
from annotations.models import Article, Story


@dataclass(frozen=True, slots=True)
class LinkedRows:
    """The rows of ``stories`` that were linked, by the names that linking knows them by (of figures
    the ids), and what people decided of them."""

    stories: Sequence[Story]
    articles: Mapping[str, Article]
    figures: Mapping[types.FigureId, int]
    decisions: Sequence[types.Decision]

    @classmethod
    def together(cls, several: Sequence["LinkedRows"]) -> "LinkedRows":
        """The rows of several stories as one; articles and figures of different stories never
        have one name."""
        return cls(
            stories=[story for rows in several for story in rows.stories],
            articles={name: row for rows in several for name, row in rows.articles.items()},
            figures={name: pk for rows in several for name, pk in rows.figures.items()},
            decisions=[decision for rows in several for decision in rows.decisions],
        )

    def story_of(self, article: str) -> int | None:
        """The id of the article's story."""
        return self.articles[article].story_id
