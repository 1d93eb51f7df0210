"""How changes are called, as patterns over plain sentences: English and Spanish."""

import re

UNDO = (
    r"\bundo(?:ing)?\b|\brevert\b|\bgo back\b(?! to the)|\bgo back to the (?:last|previous|old)\b|"
    r"\btake (?:that|it) back\b|\bput it back\b|\bprevious version\b|\bthe way it was\b|\bas it was\b|"
    r"\bctrl.?z\b|\brestore\b|\bdeshaz\w*\b|\bdeshac\w+\b|\bvuelve atras\b|\bvolver atras\b|\bmarcha atras\b|"
    r"\bvuelve a la (?:anterior|de antes)\b|\bversion anterior\b|\bcomo estaba\b|\brestaura\w*\b|"
    r"\bdejalo como antes\b|\bdejala como antes\b|\bnever mind that\b|\brollback\b|\broll back\b|"
    r"\bchange it back\b|\bback to (?:the )?(?:previous|last|old)\b"
)
REDO = r"\bredo\b(?! (?:the|it|this|everything))|\brehaz\b|\brehacer\b"
OTHER_SONG = (
    r"\b(?:another|different|other|new) (?:song|track|tune|music)\b|\b(?:change|switch|swap) (?:the |"
    r"this )?(?:song|track|music)\b|\bnot this song\b|\botra (?:cancion|musica)\b|\botro tema\b|"
    r"\bcambia\w* (?:de |la )(?:cancion|musica)\b|\bcambia\w* (?:de |el )tema\b|\b(?:cancion|musica) (?:distinta|"
    r"diferente|nueva)\b|\bdistinta cancion\b|\bdiferente cancion\b|\bother one song\b"
)
ANEW = (
    r"\b(?:brand )?new (?:one|choreo\w*|dance|routine)\b|\bfrom scratch\b|\bstart (?:over|again)\b|"
    r"\b(?:coreografia|coreo|rutina) nueva\b|\bnueva (?:coreo\w*|rutina)\b|\bde cero\b|\bempie\w+ de nuevo\b|"
    r"\bempez\w+ de nuevo\b"
)
AGAIN = (
    r"\bagain\b|\bonce more\b|\banother (?:one|version|try|go|take)\b|"
    r"\bone more(?! time)\b|\b(?:a )?different (?:version|"
    r"one)\b|\btry (?:again|another)\b|\botra vez\b|\bde nuevo\b|\botra (?:version|mas|opcion|"
    r"distinta)\b|\bnueva version\b|\brepite\w*\b|\brepetir\b|\bsame (?:one|thing|but)\b|\bthe same\b|"
    r"\bla misma\b|\blo mismo\b|\bigual pero\b|^otra$|^another$"
)
SHORTER = (
    r"\bshorter\b|\bshorten\b|\bmas cort\w+\b|\bacorta\w*\b|\btoo long\b|\bdemasiado larg\w+\b|"
    r"\bmuy larg[oa]\b|\bcut it down\b|\brecorta\w*\b"
)
LONGER = (
    r"\blonger\b(?! than)|\blengthen\b|\bextend\b|\bmas larg\w+\b|\balarga\w*\b|\btoo short\b|"
    r"\bdemasiado cort\w+\b|\bmuy cort[oa]\b"
)
EXPLAIN = (
    r"\bwhy\b|\bexplain\w*\b|\bwhat(?: is|s| are|'s)?(?: a| an| the)?\b(?! moves| steps| song)|"
    r"\bhow (?:do|does|should|can) (?:i|we|you|she|he|one|the)\b|\bhow to\b|\btell me (?:more )?about\b|"
    r"\bteach me\b|\bpor que\b|\bexplica\w*\b|\bque es\b|\bque son\b|\bcomo (?:se )?(?:hace|hacen|"
    r"baila|bailan|marca|marcan|hago|bailo|marco)\b|\bensena\w*\b|\bque significa\b|\btips? (?:for|"
    r"on)\b|\bconsejos? (?:para|de|sobre)\b"
)
LISTING = (
    r"\b(?:what|which) (?:moves|steps|figures)\b|\blist (?:of )?(?:the |my |all )?(?:moves|steps)\b|"
    r"\bshow me the (?:moves|steps|plan|list)\b|\bque (?:pasos|movimientos|figuras)\b|\blista de (?:pasos|"
    r"movimientos)\b|\bcuales son los (?:pasos|movimientos)\b|\bwhat did you (?:choose|pick)\b|"
    r"\bque has (?:elegido|puesto)\b"
)

HARDER = (
    r"\bharder\b|\bmore (?:difficult|advanced|challenging|complex|complicated|tricky)\b|\btougher\b|"
    r"\btrickier\b|\blevel up\b|\btoo (?:easy|simple|basic)\b|(?<!\blo )\bmas (?:dificil\w*|complicad\w+|"
    r"avanzad\w+|complej\w+|nivel|dificultad)\b|\bsube\w* (?:el |un poco el |de )?(?:nivel|dificultad)\b|"
    r"\bdemasiado (?:facil\w*|sencill\w+|simple)\b|\bmuy facil\b(?= ?[.,!]|$)|\bmore of a challenge\b|"
    r"\bless (?:easy|basic|simple)\b|\bmenos facil\w*\b"
)
EASIER = (
    r"\beasier\b|\bsimpler\b|\bless (?:difficult|hard|complicated|complex|advanced|challenging|"
    r"tricky)\b|\blevel down\b|\b(?:too|so) (?:hard|difficult|complicated|advanced|complex|tricky)\b|"
    r"(?<!\blo )\bmas (?:facil\w*|sencill\w+|simple|basic[oa])\b|\bbaja\w* (?:el |un poco el |de )?(?:nivel|"
    r"dificultad)\b|\bmenos (?:dificil\w*|complicad\w+|avanzad\w+|complej\w+|nivel)\b|\b(?:demasiado|"
    r"tan) (?:dificil\w*|complicad\w+|avanzad\w+|complej\w+)\b|\bmuy (?:dificil|complicad\w)\b(?= ?(?:para|"
    r"[.,!]|$))|\bmake it easy\b|\bsimplif\w+\b|\bme cuesta\b"
)
CALMER = (
    r"\bslower\b|\bcalmer\b|\bsofter\b|\bgentler\b|\bquieter\b|\bchiller\b|\bmellower\b|\bsmoother\b|"
    r"\bless (?:energy|energetic|intense|fast|wild|crazy)\b|\blower (?:the )?energy\b|\bmore (?:relaxed|"
    r"chill(?:ed)?|calm|gentle|mellow|laid back|quiet|slow(?:ly)?|smooth)\b|\bslow(?: it)? down\b|"
    r"\btone (?:it )?down\b|\bcalm (?:it )?down\b|\bwind down\b|\btoo (?:fast|energetic|intense|"
    r"wild|quick|crazy)\b|\bmas (?:lent\w+|tranqui\w*|suav\w+|calmad\w+|despacio|relajad\w+|pausad\w+|"
    r"lentit\w+|suavecit\w+|flojit\w+|flojo)\b|\bmenos (?:energia|energic\w+|intens\w+|rapid\w+|"
    r"movid\w+|marcha|cana)\b|\bbaja(?:le|r|me)? (?:un poco )?(?:la )?(?:energia|intensidad|velocidad|"
    r"ritmo)\b|\bdemasiad[oa] (?:rapid\w+|energic\w+|intens\w+|movid\w+|marcha|energia)\b|\brelaja\w*\b|"
    r"\bsuaviza\w*\b"
)
LIVELIER = (
    r"\bfaster\b|\bstronger\b|\blivelier\b|\bbigger\b|\bwilder\b|\bspeed (?:it )?up\b|\bmore (?:energy|"
    r"energetic|intense|intensity|power(?:ful)?|lively|dynamic|explosive|upbeat|punch|fire)\b|"
    r"\bhigher energy\b|\bpick (?:it )?up\b|\bspice (?:it )?up\b|\bturn (?:it )?up\b|\btoo (?:slow|"
    r"calm|boring|soft|chill|tame)\b|\bmas (?:rapid\w+|energia|energic\w+|fuerte\w*|intens\w+|"
    r"movid\w+|cana|marcha|animad\w+|vivo|viva|potente|dinamic\w+|"
    r"fuego|rapidit\w+)\b|\bsube\w* (?:un poco )?(?:la )?(?:energia|"
    r"intensidad|velocidad)\b|\bdale (?:mas )?(?:cana|marcha|energia)\b|\bdemasiad[oa] (?:lent\w+|"
    r"suave\w*|tranquil\w+|calmad\w+|aburrid\w+)\b|\bacelera\w*\b|\bless (?:slow|calm|boring)\b|"
    r"\bmenos (?:lent\w+|aburrid\w+|tranquil\w+)\b"
)

SWAP = re.compile(
    r"\b(?:swap|replace|switch|trade|exchange|substitute|change|sustituye|sustituir|reemplaza\w*|"
    r"cambia\w*|intercambia\w*|trueca|trade)\s+(?:out\s+)?(?P<old>[^,.;]+?)"
    r"\s+(?:for|with|by|to|into|por|a|con)\s+(?P<new>[^,.;]+)"
)
INSTEAD = re.compile(
    r"(?:(?P<new>[^,.;]+?)\s+)?\b(?:instead of|rather than|in place of|en vez del?|en lugar del?)\s+"
    r"(?P<old>[^,.;]+?)(?:(?:\s*,\s*|\s+)(?:use|"
    r"do|put|pon|mete|haz|usa|i want|quiero)\s+(?P<later>[^,.;]+))?(?=[,.;]|$)"
)
SWAP_ALONE = re.compile(
    r"\b(?:swap|replace|switch|change|sustituye|reemplaza\w*|cambia\w*)\s+(?:out\s+)?(?P<old>[^,.;]+)"
)
OPEN = re.compile(
    r"\b(?:start(?:s|ing)?|begin(?:s|ning)?|open(?:s|ing)?|kick (?:it )?off|empie\w+|empez\w+|"
    r"comien\w+|comenz\w+|arran\w+|abre|abrir|abriendo|iniciar?)\s+(?:it\s+|the dance\s+|off\s+|"
    r"el baile\s+|la coreo\w*\s+)?(?:with|on|con|por)\s+(?P<new>[^,.;]+?)(?=\s+(?:and|y|but|pero)\s+(?:end|"
    r"finish|close|acaba|termina|cierra|finaliza|then|no|sin|without)\b|[,.;]|$)"
)
CLOSE = re.compile(
    r"\b(?:end(?:s|ing)?|finish(?:es|ing)?|close(?:s)?|closing|acab\w+|termin\w+|cierra|cerrar|"
    r"cerrando|finaliz\w+)\s+(?:it\s+|the dance\s+|off\s+|el baile\s+|la coreo\w*\s+)?(?:with|"
    r"on|con|en)\s+(?P<new>[^,.;]+?)(?=\s+(?:and|y|but|pero)\s+|[,.;]|$)"
)
BAN_PLACE = re.compile(
    r"\b(?:ban|remove|delete|drop|quita\w*|elimina\w*|borra\w*|saca\w*|cut|lose|skip|"
    r"not like|hate|no (?:me|nos) gustan?)\s+(?P<old>[^,.;]+)"
)

DENIED = re.compile(
    r"\b(?:not|nothing|never|no|nada|ni|without|sin|nunca)(?: (?:be|sea|me|is|quiero|too|muy|want))?\s*$"
)
"""Before a comparison: "not too fast" compares nothing."""
