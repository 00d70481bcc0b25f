"""The administration site: accounts and sources; claims and verdicts change through services."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.db.models import Model
from django.forms import ModelForm
from django.http import HttpRequest

from annotations.models import Source, Story, User
from annotations.services.changes import record_change


@admin.register(User)
class RoleUserAdmin(UserAdmin):
    list_display = ("username", "role", "is_active", "is_staff", "last_login")
    list_filter = ("role", "is_active", "is_staff")
    fieldsets = (*(UserAdmin.fieldsets or ()), ("Factcheck", {"fields": ("role",)}))
    add_fieldsets = (*UserAdmin.add_fieldsets, ("Factcheck", {"fields": ("role",)}))


@admin.register(Source, Story)
class LoggedAdmin(admin.ModelAdmin):
    """What is edited here is in the log too: readers of the API go by it."""

    def save_model(self, request: HttpRequest, obj: Model, form: ModelForm, change: bool) -> None:  # noqa: FBT001 - Django's own signature
        super().save_model(request, obj, form, change)
        record_change(
            actor=request.user if isinstance(request.user, User) else None,
            action=f"{obj._meta.model_name}.{'edited' if change else 'created'}",
            obj=obj,
            story=obj if isinstance(obj, Story) else None,
            before={name: form.initial.get(name) for name in form.changed_data},
            after={name: form.cleaned_data[name] for name in form.changed_data},
        )
