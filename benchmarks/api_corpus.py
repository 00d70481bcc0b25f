"""A newsroom of any size in PostgreSQL, to measure the API by: rows multiplied in the database."""

from django.db import connection, transaction
from django.db.models import Model

from annotations.models import (
    Article,
    Claim,
    Figure,
    FigureGroup,
    FigureLink,
    Review,
    Role,
    Source,
    Story,
    User,
    Verdict,
)

CLAIMS_PER_ARTICLE = 10
ARTICLES_PER_STORY = 20
TABLES = (Article, Claim, Figure, FigureGroup, FigureLink, Review, Verdict)
# Of ten claims: their states, the reviewed ones and those with a verdict after them.
_STATES = (
    "'{candidate,candidate,candidate,candidate,in_review,in_review,agreed,contested,final,stale}'"
    "::text[]"
)


def fill(claims: int) -> User:
    """Make so many claims with all that hangs on them, and the client who reads them."""
    with transaction.atomic():
        reader = _template_rows()
        articles = claims // CLAIMS_PER_ARTICLE
        stories = max(articles // ARTICLES_PER_STORY, 1)
        _multiply(Source, 200, name="'Source ' || g")
        _multiply(Story, stories, title="'Story ' || g", slug="'story-' || g")
        _multiply(
            Article,
            articles,
            source_id="1 + g % 200",
            story_id=f"1 + g % {stories}",
            url="'https://outlet.example/' || g",
            text_sha256="md5(g::text) || md5(g::text)",
            published_at="'2026-01-01'::timestamptz + g * interval '1 minute'",
        )
        _multiply(
            Claim,
            claims,
            article_id=f"1 + g % {articles}",
            start=f"g / {articles} * 100",
            end=f"g / {articles} * 100 + 90",
            kind="('{figure,figure,figure,quote,denial,event}'::text[])[1 + g % 6]",
            score="abs(hashint8(g)::bigint) % 1000 / 1000.0",
            state=f"({_STATES})[1 + g % 10]",
            changed_at="'2026-01-01'::timestamptz + g * interval '1 second'",
        )
        _multiply(
            Figure,
            claims,
            claim_id="g",
            article_id=f"1 + g % {articles}",
            start=f"g / {articles} * 100",
            end=f"g / {articles} * 100 + 5",
            unit="('{person,day,USD,percent,count}'::text[])[1 + g % 5]",
            event="'event ' || g % 50",
            counted="'thing ' || g % 500",
        )
        _multiply(
            FigureGroup,
            claims // 5,
            story_id=f"1 + g % {stories}",
            key="md5(g::text)",
            unit="('{person,day,USD,percent,count}'::text[])[1 + g % 5]",
            event="'event ' || g % 50",
        )
        _multiply(
            FigureLink,
            claims - claims % 5,
            group_id=f"1 + g % {claims // 5}",
            figure_id="g + 1",
            relation="('{identical,compatible,revised}'::text[])[1 + g % 3]",
            status="('{proposed,proposed,confirmed}'::text[])[1 + g % 3]",
        )
        _multiply(User, 50, username="'annotator-' || g", role="'annotator'")
        _multiply(
            Review, claims // 2, claim_id="g * 2", reviewer_id="2 + g % 25", rating="'disputed'"
        )
        _multiply(
            Verdict,
            claims // 5,
            claim_id="g * 5",
            rating="('{corroborated,disputed,unverifiable}'::text[])[1 + g % 3]",
        )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return reader


def _template_rows() -> User:
    """One row of each kind, which the others are copies of."""
    reader = User.objects.create_user("reader", pk=1, role=Role.CLIENT)
    source = Source.objects.create(pk=1, name="Template")
    story = Story.objects.create(pk=1, title="Template", slug="template")
    text = "At least six people were killed when the ferry caught fire, the port said. " * 30
    article = Article.objects.create(
        pk=1,
        source=source,
        story=story,
        text=text,
        text_sha256="0" * 64,
        title="Six killed on ferry",
    )
    claim = Claim.objects.create(
        pk=1, article=article, start=0, end=75, text=text[:75], kind="figure", speaker="the port"
    )
    figure = Figure.objects.create(
        pk=1,
        article=article,
        claim=claim,
        start=0,
        end=12,
        text="At least six",
        low=6,
        modifier="at_least",
        unit="person",
        standing="asserted",
    )
    group = FigureGroup.objects.create(
        pk=1, story=story, key="template", label="people killed", unit="person", engine_version="1"
    )
    FigureLink.objects.create(
        pk=1, group=group, figure=figure, relation="identical", score=0.9, engine_version="1"
    )
    Review.objects.create(pk=1, claim=claim, reviewer=reader, rating="disputed", rationale="Why.")
    Verdict.objects.create(
        pk=1,
        claim=claim,
        rating="disputed",
        ruling="It was eight.",
        methodology="1",
        signed_by=reader,
    )
    return reader


def _multiply(model: type[Model], count: int, **columns: str) -> None:
    """Copy the model's only row to ids from 2 on, ``columns`` set by SQL in ``g``, the number of
    the copy from 1 on. Where a copy refers to another by ``g``, that one has the id ``g + 1``."""
    table = model._meta.db_table
    names = [field.column for field in model._meta.concrete_fields]
    values = {name: f't."{name}"' for name in names} | {"id": "g + 1"} | columns
    quoted = ", ".join(f'"{name}"' for name in names)
    listed = ", ".join(values[name] for name in names)
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO "{table}" ({quoted}) SELECT {listed}'  # noqa: S608 - our own names
            f' FROM "{table}" t, generate_series(1::bigint, {count}) g WHERE t.id = 1'
        )
        cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), {count + 1})")
