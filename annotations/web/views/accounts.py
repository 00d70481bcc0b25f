"""Signing in and out, and where each role starts."""

from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpResponseBase
from django.shortcuts import redirect

from annotations.models import Role
from annotations.web.access import Request, signed_in

START = {Role.ANNOTATOR: "web:queue", Role.EDITOR: "web:contested", Role.CLIENT: "web:stories"}

# Django's form says the same of a wrong name, a wrong password and a closed account.
sign_in = LoginView.as_view(template_name="web/sign_in.html", redirect_authenticated_user=True)
sign_out = LogoutView.as_view()


@signed_in()
def home(request: Request) -> HttpResponseBase:
    return redirect(START[Role(request.user.role)])
