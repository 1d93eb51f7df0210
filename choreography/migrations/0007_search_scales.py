from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("choreography", "0006_edits_and_renditions"),
    ]

    operations = [
        migrations.AddField(
            model_name="librarystate",
            name="fusion",
            field=models.JSONField(blank=True, default=dict),
        ),
    ]
