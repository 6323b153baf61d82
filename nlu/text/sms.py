"""French as it is typed in haste, written out: "cb" is "combien", "jveux" is "je veux"."""

from collections.abc import Iterable

# Only what means nothing else in any of our varieties: "kan" and "ki" are Darija too.
_FORMS = """
bonjour: bjr
bonsoir: bsr
salut: slt
merci: mci mrc
s il vous plait: svp
pourquoi: pk pq pkoi pourkoi
parce que: pcq pck psk
quoi: koi
c est quoi: ckoi
quel: kel
quelle: kelle
quand: qd
combien: cb cmb
comment: cmt cmnt comen coment
qu est ce: kes
qu est ce que: kesk keske qesque
qu est ce que c est: kesako
beaucoup: bcp
toujours: tjr tjrs tjs
maintenant: mtn mnt
jamais: jms
aujourd hui: ajd auj
vraiment: vrmt
donc: dc
dans: ds
nous: ns
vous: vs
avec: ac avk
quelque: qq
quelqu un: qqn qqun
quelque chose: qqch
tout le monde: tlm
meme: mm
j ai: jai
je suis: jsuis jsui chui
je veux: jveux jveu
je peux: jpeux jpeu
je voudrais: jvoudrais
je cherche: jcherche
je sais: jsais
j habite: jhabite
je vis: jvis
c est: cest
il y a: ya
rendez vous: rdv
"""
_WRITTEN_OUT = {
    short: full.split()
    for full, _, forms in (line.partition(":") for line in _FORMS.strip().splitlines())
    for short in forms.split()
}


def written_out(words: Iterable[str]) -> list[str]:
    """The words of a normalised text with the short forms of French written out."""
    return [full for word in words for full in _WRITTEN_OUT.get(word, [word])]
