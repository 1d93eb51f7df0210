from django.apps import AppConfig


class ChoreographyConfig(AppConfig):
    name = "choreography"

    def ready(self) -> None:
        """Let files follow their rows, and add what is kept here to exports."""
        from choreography import exporting, receivers  # noqa: F401, PLC0415 - models exist only now
        from users.exporting import register_section  # noqa: PLC0415

        for rows in (
            exporting.songs,
            exporting.song_imports,
            exporting.moves,
            exporting.choreographies,
            exporting.tasks,
            exporting.conversations,
        ):
            register_section(rows.__name__, rows)
