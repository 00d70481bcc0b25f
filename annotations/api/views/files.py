"""What is to be had as files: a story's verdict report, and exports of all rows."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.http import content_disposition_header
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request

from annotations.api.negotiation import AsAsked
from annotations.api.problems import UnavailableError
from annotations.api.views.base import ApiViewSet, choice_of, story_asked
from annotations.models import Story
from annotations.reporting.document import FormatUnavailableError
from annotations.reporting.formats import FORMATS, file_name
from annotations.selectors.exports import EXPORT_LINES, EXPORTS
from annotations.selectors.report import verdict_report

# DRF takes "format" for its own.
FILE_FORMAT = "file_format"
EXPORT_TYPES = {"jsonl": "application/jsonl; charset=utf-8", "csv": "text/csv; charset=utf-8"}
# Lines sent at a time.
_CHUNK = 200


def _answers(types: dict[str, str]) -> Any:
    """How the schema tells that the answer is a file of one of the ``types``."""
    return {
        (200, media): OpenApiTypes.STR if media.startswith("text/") else OpenApiTypes.BINARY
        for media in (content_type.partition(";")[0] for content_type in types.values())
    }


def _format_parameter(formats: list[str]) -> OpenApiParameter:
    return OpenApiParameter(FILE_FORMAT, {"type": "string", "enum": formats, "default": formats[0]})


class FileViewSet(ApiViewSet):
    """Answers with files; with problems as JSON."""

    queryset = Story.objects.all()
    content_negotiation_class = AsAsked
    pagination_class = None
    filter_backends = []


class ReportViewSet(FileViewSet):
    """The verdict report of a story, to print, send or publish."""

    # It tells when it was made, and pages that are copied meanwhile.
    untagged = ("retrieve",)
    query_parameters = {"retrieve": frozenset({FILE_FORMAT})}

    @extend_schema(
        summary="The verdict report, as a file",
        responses=_answers({name: form.content_type for name, form in FORMATS.items()}),
        parameters=[_format_parameter(list(FORMATS))],
    )
    def retrieve(self, request: Request, pk: str) -> HttpResponseBase:
        extension = choice_of(request, FILE_FORMAT, FORMATS) or next(iter(FORMATS))
        report = verdict_report(self.get_object())
        form = FORMATS[extension]
        try:
            written = form.write(report)
        except FormatUnavailableError as error:
            raise UnavailableError(str(error)) from error
        return HttpResponse(
            written,
            content_type=form.content_type,
            headers=_as_download(file_name(report, extension)),
        )


class ExportViewSet(FileViewSet):
    """All claims, figures, groups or verdicts, row by row, in one answer however many they are.

    Nothing is told of reviews before a claim's verdict is signed.
    """

    query_parameters = {"retrieve": frozenset({FILE_FORMAT, "story"})}

    @extend_schema(
        summary="All rows of a kind, as a stream",
        responses=_answers(EXPORT_TYPES),
        parameters=[
            OpenApiParameter(
                "kind", {"type": "string", "enum": list(EXPORTS)}, OpenApiParameter.PATH
            ),
            _format_parameter(list(EXPORT_TYPES)),
            OpenApiParameter("story", {"type": "integer", "minimum": 1}),
        ],
    )
    def retrieve(self, request: Request, kind: str) -> HttpResponseBase:
        extension = choice_of(request, FILE_FORMAT, EXPORT_TYPES) or next(iter(EXPORT_TYPES))
        story = story_asked(request)
        name = f"{story.slug}-{kind}" if story else kind
        return StreamingHttpResponse(
            _chunks(EXPORT_LINES[extension](kind, story)),
            content_type=EXPORT_TYPES[extension],
            headers=_as_download(f"{name}.{extension}"),
        )


def _chunks(lines: Iterator[str]) -> Iterator[str]:
    return iter(lambda: "".join(islice(lines, _CHUNK)), "")


def _as_download(name: str) -> dict[str, str]:
    return {"Content-Disposition": content_disposition_header(True, name) or "attachment"}  # noqa: FBT003
