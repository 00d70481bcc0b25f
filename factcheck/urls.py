"""The addresses of the whole service."""

from django.contrib import admin
from django.urls import include, path

from factcheck.faults import server_error
from factcheck.health import health

urlpatterns = [
    path("health/", health),
    path("admin/", admin.site.urls),
    path("api/v1/", include("annotations.api.urls")),
    path("", include("annotations.web.urls")),
]
handler500 = server_error
