"""What the pages' templates ask for beyond Django's own tags."""

from datetime import datetime, time

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from annotations.models import Figure
from annotations.selectors.mentions import figure_text

register = template.Library()


@register.filter
def in_its_sentence(figure: Figure) -> SafeString:
    """The sentence of the figure's claim, escaped, the figure's own words marked."""
    sentence, offset = figure.claim.text, figure.claim.start
    start, end = figure.start - offset, figure.end - offset
    return format_html("{}<mark>{}</mark>{}", sentence[:start], sentence[start:end], sentence[end:])


@register.filter
def quantity(figure: Figure) -> str:
    """What the figure states: "≥ 6", "44 days"."""
    return figure_text(figure)


@register.filter
def moment(at: datetime | None) -> SafeString | str:
    """When something was published: the day, and the hour where it is known (not midnight)."""
    if at is None:
        return ""
    local = timezone.localtime(at)
    shown = date_format(local, "j M Y, H:i" if local.time() != time.min else "j M Y")
    return format_html('<time datetime="{}">{}</time>', local.isoformat(), shown)


@register.filter
def words(name: str) -> str:
    """A name of the code as people read it: "at_least" → "at least"."""
    return str(name).replace("_", " ")


@register.filter
def web_address(url: str) -> str:
    """The address if a link may lead there, else ""."""
    return url if url.startswith(("https://", "http://")) else ""
