"""The schema, the page to browse it, and the answer at addresses that lead nowhere."""

from csp.constants import SELF
from csp.decorators import csp_update
from django.http import Http404, HttpRequest
from django.utils.decorators import method_decorator
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import (
    SpectacularAPIView,
    SpectacularSwaggerSplitView,
)
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.views import APIView

# The viewer writes its own styles into the page.
_VIEWER = {"style-src": [SELF, "'unsafe-inline'"]}


class SchemaView(SpectacularAPIView):
    throttle_classes = []


@method_decorator(csp_update(_VIEWER), name="dispatch")
class SwaggerView(SpectacularSwaggerSplitView):
    url_name = "api:schema"
    throttle_classes = []


@extend_schema(exclude=True)
class NowhereView(APIView):
    authentication_classes = []
    permission_classes = [AllowAny]

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> Response:
        """404 for every method."""
        self.args, self.kwargs, self.headers = args, kwargs, {}
        self.request = self.initialize_request(request, *args, **kwargs)
        response = self.handle_exception(Http404())
        return self.finalize_response(self.request, response, *args, **kwargs)
