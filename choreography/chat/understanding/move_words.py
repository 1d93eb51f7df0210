"""Words for movements that are no kind of the library: what they mean in English, for a search by meaning.

Their vectors are made when a worker first warms up, so that no sentence waits for the sentence model.
"""

MOVE_WORDS = {
    "ripple": "body ripple", "whip": "hair whip", "wrap": "wrap", "cuddle": "cuddle", "lasso": "arm over the head",
    "caress": "caress", "slide": "slide step", "isolation": "body isolation", "chest": "chest movement",
    "shoulder": "shoulders movement", "leg": "leg movement", "jump": "jump", "clap": "clap", "freeze": "freeze pose",
    "bow": "bow", "rock": "rock step", "heel": "heel and toe", "toe": "heel and toe", "sweep": "arm sweep",
    "promenade": "promenade", "stroll": "walk together", "sway": "sway the hips", "shake": "shake the shoulders",
    "caricia": "caress", "abrazo": "cuddle", "hombro": "shoulders movement", "pecho": "chest movement", "salto": "jump",
    "palmada": "clap", "paseo": "walk together", "deslizamiento": "slide step", "talon": "heel and toe",
    "punta": "heel and toe", "lazo": "arm over the head", "pierna": "leg movement", "enrosque": "wrap",
    "contoneo": "sway the hips", "meneo": "sway the hips", "temblor": "shake the shoulders", "patinada": "slide step",
}  # fmt: skip
