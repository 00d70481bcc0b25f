"""What people do with a claim: lease, review, sign, send back, dismiss, reopen."""

from http import HTTPStatus
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response

from annotations import dispatch
from annotations.api.idempotency import idempotent
from annotations.api.permissions import IsEditor, IsReviewer, WithinScope, caller_of
from annotations.api.preconditions import matching
from annotations.api.schema import conditional_write
from annotations.api.serializers import reviews
from annotations.api.serializers.claims import ClaimSerializer
from annotations.api.views.base import body_of
from annotations.api.views.corrections import ClaimCorrections
from annotations.api.views.discussion import DraftActions
from annotations.services.adjudication import dismiss, reopen, send_back
from annotations.services.queue import lease_claim, release_lease
from annotations.services.reviewing import submit_review
from annotations.services.transitions import lock_with_story
from annotations.services.verdicts import sign_verdict

_EDITORS_ACTIONS = frozenset({"verdict", "send_back", "dismiss", "reopen"})


class ClaimViewSet(ClaimCorrections, DraftActions):
    """Claims, and what people do with them: rows of the transition table, and leases.

    What the table refuses is 409 with the allowed actions, or 403 where the role never may.
    With If-Match a claim that has changed since is 412.
    """

    def get_permissions(self) -> list[BasePermission]:
        if self.request.method in {"GET", "HEAD"} or self.action in self.reading_posts:
            return [WithinScope()]
        return [WithinScope(), IsEditor() if self.action in _EDITORS_ACTIONS else IsReviewer()]

    @conditional_write
    @extend_schema(
        request=reviews.ReviewBody,
        responses={201: reviews.ReviewSerializer},
        summary="Submit your review, or amend it",
    )
    @action(detail=True, methods=["post"])
    @idempotent
    def review(self, request: Request, pk: str) -> Response:
        body = body_of(reviews.ReviewBody, request)
        claim = self.get_object()
        with matching(request, claim):
            review = submit_review(claim=claim, reviewer=caller_of(request), **body)
        dispatch.review_submitted(review.pk)
        return Response(reviews.ReviewSerializer(review).data, status=HTTPStatus.CREATED)

    @conditional_write
    @extend_schema(
        request=reviews.VerdictBody,
        responses={201: reviews.VerdictSerializer},
        summary="Sign the verdict",
    )
    @action(detail=True, methods=["post"])
    @idempotent
    def verdict(self, request: Request, pk: str) -> Response:
        body = body_of(reviews.VerdictBody, request)
        claim = self.get_object()
        with matching(request, claim, lock_with_story):
            verdict = sign_verdict(claim=claim, editor=caller_of(request), **body)
        return Response(reviews.VerdictSerializer(verdict).data, status=HTTPStatus.CREATED)

    @conditional_write
    @extend_schema(
        request=reviews.CommentBody, responses=ClaimSerializer, summary="Have it reviewed anew"
    )
    @action(detail=True, methods=["post"], url_path="send-back")
    @idempotent
    def send_back(self, request: Request, pk: str) -> Response:
        body = body_of(reviews.CommentBody, request)
        return self._done(request, send_back, body)

    @conditional_write
    @extend_schema(
        request=reviews.ReasonBody, responses=ClaimSerializer, summary="Close it without a verdict"
    )
    @action(detail=True, methods=["post"])
    @idempotent
    def dismiss(self, request: Request, pk: str) -> Response:
        return self._done(request, dismiss, body_of(reviews.ReasonBody, request))

    @conditional_write
    @extend_schema(
        request=reviews.ReasonBody, responses=ClaimSerializer, summary="Take it up again"
    )
    @action(detail=True, methods=["post"])
    @idempotent
    def reopen(self, request: Request, pk: str) -> Response:
        return self._done(request, reopen, body_of(reviews.ReasonBody, request))

    @extend_schema(
        request=None, responses=reviews.LeaseSerializer, summary="Take or renew your lease"
    )
    @action(detail=True, methods=["post"])
    def lease(self, request: Request, pk: str) -> Response:
        lease = lease_claim(claim=self.get_object(), annotator=caller_of(request))
        return Response(reviews.LeaseSerializer(lease).data)

    @extend_schema(responses={204: None}, summary="Give your lease back")
    @lease.mapping.delete
    def release(self, request: Request, pk: str) -> Response:
        release_lease(claim=self.get_object(), annotator=caller_of(request))
        return Response(status=HTTPStatus.NO_CONTENT)

    def _done(self, request: Request, act: Any, words: dict[str, str]) -> Response:
        """Do what an editor does with words; the claim as it is then."""
        claim = self.get_object()
        with matching(request, claim):
            act(claim=claim, editor=caller_of(request), **words)
        return Response(self.one(request, claim.pk))
