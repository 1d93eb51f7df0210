from django.apps import AppConfig


class InstructorsConfig(AppConfig):
    name = "instructors"

    def ready(self) -> None:
        """Add class plans and practice to exports."""
        from instructors import exporting  # noqa: PLC0415 - models exist only now
        from users.exporting import register_section  # noqa: PLC0415

        for rows in (exporting.class_plans, exporting.class_practice):
            register_section(rows.__name__, rows)
