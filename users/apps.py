from django.apps import AppConfig


class UsersConfig(AppConfig):
    name = "users"

    def ready(self) -> None:
        """Add sessions to exports."""
        from users.exporting import register_section, sessions_of  # noqa: PLC0415 - models exist only now

        register_section("sessions", sessions_of)
