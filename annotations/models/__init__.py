"""The rows: fields, constraints, and facts of one row."""

from annotations.models.anchors import ArticleAnchor
from annotations.models.changes import Change
from annotations.models.claims import Claim, ClaimLineage, Figure
from annotations.models.corpus import Article, Source, Story
from annotations.models.discussion import Comment, Guideline
from annotations.models.idempotency import IdempotentAnswer
from annotations.models.links import (
    FigureGroup,
    FigureLink,
    FigureSum,
    GroupRelation,
    LinkDecision,
    Origin,
    OriginPassage,
)
from annotations.models.people import Role, User
from annotations.models.reviews import (
    Disagreement,
    EvidenceCopy,
    Lease,
    Rating,
    Review,
    ReviewDraft,
    Verdict,
)
from annotations.models.tokens import ApiToken
from annotations.models.webhooks import WebhookDelivery, WebhookEndpoint

__all__ = [
    "ApiToken",
    "Article",
    "ArticleAnchor",
    "Change",
    "Claim",
    "ClaimLineage",
    "Comment",
    "Disagreement",
    "EvidenceCopy",
    "Figure",
    "FigureGroup",
    "FigureLink",
    "FigureSum",
    "GroupRelation",
    "Guideline",
    "IdempotentAnswer",
    "Lease",
    "LinkDecision",
    "Origin",
    "OriginPassage",
    "Rating",
    "Review",
    "ReviewDraft",
    "Role",
    "Source",
    "Story",
    "User",
    "Verdict",
    "WebhookDelivery",
    "WebhookEndpoint",
]
