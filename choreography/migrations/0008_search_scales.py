from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("choreography", "0007_library_work"),
    ]

    operations = [
        migrations.AddField(
            model_name="librarystate",
            name="fusion",
            field=models.JSONField(blank=True, default=dict),
        ),
    ]
