"""Accounts and sessions for staff. Who is staff is for superusers to say, so nobody raises their own role."""

from typing import Any

from axes.models import AccessAttempt
from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.contrib.auth.models import Group
from django.http import HttpRequest

from users.models import AccountRole, Preferences, Session, User
from users.services import remove_account

admin.site.site_header = admin.site.site_title = "Bachata Buddy"
admin.site.index_title = "Staff"
admin.site.unregister(Group)  # roles say what one may do


class PreferencesInline(admin.StackedInline):  # type: ignore[type-arg]  # not generic at run time
    """What the account wants unless it says otherwise."""

    model = Preferences
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Return that they come with the account."""
        return False


class AccountCreationForm(AdminUserCreationForm):  # type: ignore[type-arg]  # not generic at run time
    """A new account has an address and a password."""

    class Meta:
        model = User
        fields = ("email",)
        field_classes = {"email": forms.EmailField}

    def clean_email(self) -> str:
        """Return the address in lower case, as accounts keep it."""
        return str(self.cleaned_data["email"]).lower()


@admin.register(User)
class UserAdmin(DjangoUserAdmin):  # type: ignore[type-arg]  # not generic at run time
    """Accounts: staff make instructors and disable accounts; only superusers touch staff."""

    list_display = ("email", "display_name", "role", "is_active", "date_joined", "last_login")
    list_filter = ("role", "is_active", "is_superuser", "date_joined")
    search_fields = ("email", "display_name", "=id")
    ordering = ("email",)
    filter_horizontal = ()
    fieldsets = (
        (None, {"fields": ("email", "password", "display_name")}),
        ("May", {"fields": ("role", "is_active", "is_superuser")}),
        ("Since", {"fields": ("date_joined", "last_login")}),
    )
    add_fieldsets = ((None, {"classes": ("wide",), "fields": ("email", "usable_password", "password1", "password2")}),)
    add_form = AccountCreationForm
    readonly_fields = ("date_joined", "last_login")
    inlines = (PreferencesInline,)
    actions = ("make_instructors", "make_dancers")

    def get_inlines(self, request: HttpRequest, obj: User | None) -> Any:
        """Return the preferences of an account that is there."""
        return self.inlines if obj else ()

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Return what staff who are no superusers only look at."""
        return self.readonly_fields if _is_superuser(request) else (*self.readonly_fields, "is_superuser")

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer the role of staff to superusers only."""
        if db_field.name == "role" and not _is_superuser(request):
            kwargs["choices"] = [(role.value, role.label) for role in AccountRole if role != AccountRole.STAFF]
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Return whether this account may be changed: not another of staff, nor one's own, but by superusers."""
        return super().has_change_permission(request, obj) and _may_touch(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Return whether this account may be removed."""
        return super().has_delete_permission(request, obj) and _may_touch(request, obj)

    def get_queryset(self, request: HttpRequest) -> Any:
        """Return the accounts; those who are no superusers do not act on staff by the list either."""
        rows = super().get_queryset(request)
        acting = request.method == "POST" and "action" in request.POST
        return rows.exclude(is_staff=True) if acting and not _is_superuser(request) else rows

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        """Save the account; whoever has the role of staff may come here."""
        obj.is_staff = obj.role == AccountRole.STAFF or obj.is_superuser
        super().save_model(request, obj, form, change)

    def delete_model(self, request: HttpRequest, obj: User) -> None:
        """Remove an account with everything that is its own."""
        remove_account(user=obj)

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        """Remove accounts with everything that is theirs."""
        for user in queryset:
            remove_account(user=user)

    @admin.action(description="Make them instructors", permissions=("change",))
    def make_instructors(self, request: HttpRequest, rows: Any) -> None:
        """Let dancers plan classes."""
        changed = rows.filter(role=AccountRole.DANCER).update(role=AccountRole.INSTRUCTOR)
        self.message_user(request, f"{changed} are instructors now.")

    @admin.action(description="Make them dancers", permissions=("change",))
    def make_dancers(self, request: HttpRequest, rows: Any) -> None:
        """Take the planning of classes from instructors."""
        changed = rows.filter(role=AccountRole.INSTRUCTOR).update(role=AccountRole.DANCER)
        self.message_user(request, f"{changed} are dancers now.")


@admin.register(Session)
class SessionAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not generic at run time
    """Who is signed in where; to remove a session is to sign it out."""

    list_display = ("user", "device", "created_at", "last_used_at", "expires_at")
    list_filter = ("last_used_at",)
    search_fields = ("user__email", "device")
    list_select_related = ("user",)
    exclude = ("current_token",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Return that sessions begin with a sign-in only."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Return that nobody changes any."""
        return False


@admin.register(AccessAttempt)
class AccessAttemptAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not generic at run time
    """Wrong passwords by account and address; to remove a row is to open the door again."""

    list_display = ("username", "ip_address", "failures_since_start", "attempt_time")
    list_filter = ("attempt_time",)
    search_fields = ("username", "ip_address")
    fields = (*list_display, "user_agent", "path_info")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Return that wrong passwords are not made here."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Return that nobody changes any."""
        return False


def _is_superuser(request: HttpRequest) -> bool:
    return bool(getattr(request.user, "is_superuser", False))


def _may_touch(request: HttpRequest, account: User | None) -> bool:
    return account is None or _is_superuser(request) or not (account.is_staff or account.is_superuser)
