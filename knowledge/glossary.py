"""The term that a message asks the meaning of, if it asks for nothing else."""

from __future__ import annotations

from knowledge.facets import cued_facet, words_of_asking_what
from knowledge.schema import Source, Term, Terms
from knowledge.vocabulary import bare_name, is_filler


class Glossary:
    """The terms by what people type for them."""

    def __init__(self, file: Terms | None = None) -> None:
        terms = file.terms if file else ()
        self._sources = file.sources if file else {}
        self._terms = {term.term: term for term in terms}
        self._by_name = {
            bare_name(name): term for term in terms for name in (term.term, *term.names)
        }
        self._longest = max((len(name) for name in self._by_name), default=0)

    def __len__(self) -> int:
        return len(self._terms)

    def term(self, name: str) -> Term:
        """The term shown by that name; raises KeyError."""
        return self._terms[name]

    def sources_of(self, term: Term) -> list[Source]:
        """The sources of what a term means, in order."""
        return [self._sources[name] for name in term.sources]

    def find(self, text: str) -> Term | None:
        """The term that a text is, alone, or asks the meaning of: "c'est quoi la CNDP ?".

        A text that asks for more about it ("quels papiers pour la CNIE ?"), or says something with
        it ("je suis MRE"), is not about the term.
        """
        words = bare_name(text)
        if term := self._by_name.get(words):
            return term
        if cued_facet(text) != "overview":
            return None
        for length in range(min(self._longest, len(words)), 0, -1):
            for start in range(len(words) - length + 1):
                term = self._by_name.get(words[start : start + length])
                rest = (*words[:start], *words[start + length :])
                if term and all(map(_asks_what, rest)):
                    return term
        return None


def _asks_what(word: str) -> bool:
    return is_filler(word) or word in words_of_asking_what()
