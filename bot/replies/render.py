"""The edge where "what to say" becomes words, choices and sources in the citizen's variety."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from bot.office import OFFICE
from bot.replies.bidi import with_numbers_in_order
from bot.replies.catalogue import Catalogue
from bot.replies.countries import country_name
from bot.replies.dates import date_words
from bot.replies.options import (
    BY_MESSAGE,
    BY_QUESTION,
    EMERGENCY,
    OFFERING,
    OFFERS,
    ticket_choices,
)
from bot.replies.posts import post_text, post_title
from bot.replies.said import Option, Pick, Reply, Said, SourceLine, listed
from knowledge.base import Knowledge
from knowledge.schema import Facet, Source, Topic
from knowledge.verified import Verifications
from nlu.text.variety import Variety

_MOST_FURTHER_FACETS = 4
_HOURS_TOLD = 48  # a longer wait is told in days

_ON_COURTS = ("CPL-REC-18", "CPL-REC-15")

# Until when, by how the ticket stands to its targets; nothing of one that is settled.
_UNTIL: Mapping[str, str] = {
    "on_time": "ticket-found-until",
    "due_soon": "ticket-found-until",
    "overdue": "ticket-found-until",
    "breached": "ticket-found-late",
    "stopped": "ticket-found-stopped",
}


class Renderer:
    """Renders every message key; those with parts of their own have a method, others are plain."""

    def __init__(
        self,
        catalogue: Catalogue,
        knowledge: Knowledge,
        today: Callable[[], date] = date.today,
        verifications: Verifications | None = None,
        home: str | None = None,
    ) -> None:
        self._catalogue = catalogue
        self._knowledge = knowledge
        self._today = today
        self._verifications = verifications or Verifications()
        self._home = home.rstrip("/") if home else None
        self._special = {
            "answer": self._answer,
            "did-you-mean": self._did_you_mean,
            "list-programmes": self._list_programmes,
            "term": self._term,
            "posts": self._post_or_posts,
            "competence": self._competence,
            "my-data": self._my_data,
            "ask-confirmation": self._ticket,
            "ticket-opened": self._ticket_opened,
            "ticket-found": self._ticket_found,
            "ticket-state-changed": self._ticket,
            "ticket-settled": self._ticket_settled,
            "target-near": self._ticket,
            "target-missed": self._ticket,
            "in-court": self._in_court,
            "language-changed": self._language_changed,
            "ticket-how-to-follow": self._how_to_follow,
            "agent-expect": self._agent_expect,
            "which-ticket": self._which_ticket,
            "link-asked": self._link_asked,
        }

    def render(self, said: Said, lang: Variety) -> Reply:
        """The reply for one thing to say; raises MissingMessage or UnknownTopic on our faults."""
        special = self._special.get(said.say)
        reply = special(said, lang) if special else self._plain(said, lang)
        if reply.dir == "ltr":
            return reply
        return replace(reply, text=with_numbers_in_order(reply.text))

    def words(self, lang: Variety, key: str, **values: Any) -> str:
        """A label or error text of the catalogue."""
        return self._catalogue.text(lang, key, **values)

    def programmes(self, lang: Variety) -> Mapping[str, str]:
        """What each programme is called, by its id."""
        programmes = [*self._knowledge.programmes(), *self._knowledge.beside_the_strategy()]
        return {topic.id: topic.title[lang] for topic in programmes}

    def countries_with_posts(self) -> list[str]:
        """Where Morocco has consulates, the countries with the most first."""
        return self._knowledge.directory.countries()

    def _plain(
        self, said: Said, lang: Variety, values: Mapping[str, Any] | None = None, **parts: Any
    ) -> Reply:
        text = self._catalogue.text(lang, said.say, **(values or _scalars(said.args)))
        offers = tuple(OFFERS) if said.say in OFFERING else ()
        if said.say.startswith(EMERGENCY):
            offers = ("agent",)
        options = (
            *parts.pop("options", ()),
            *self._options(BY_MESSAGE.get(said.say, {}), lang),
            *self._options(BY_QUESTION.get(said.asks or "", {}), lang),
            *self._options(ticket_choices(said), lang),
            *(option for offer in offers for option in self._options(OFFERS[offer], lang)),
        )
        return Reply(text, lang, options=options, offers=offers, **parts)

    def _options(self, table: Mapping[str, Pick], lang: Variety) -> tuple[Option, ...]:
        return tuple(Option(self._catalogue.text(lang, key), pick) for key, pick in table.items())

    def _answer(self, said: Said, lang: Variety) -> Reply:
        topic = self._knowledge.topic(said.args["topic"])
        facet: Facet = said.args["facet"]
        beside = self._topic_options(said.args.get("beside", ()), lang, facet)
        further = (*self._facet_options(topic.id, facet, lang), *beside)
        answer = topic.answers.get(facet)
        if answer is None:
            return self._missing(topic, facet, lang, further)
        text = answer.texts[lang]
        if self._verifications.overdue(topic, facet, self._today()):
            text = f"{text}\n{self._past_review(topic, facet, lang)}"
        return Reply(
            text,
            lang,
            options=further,
            topic=topic.id,
            facet=facet,
            sources=tuple(self._sources(topic.id, facet)),
        )

    def _missing(
        self, topic: Topic, facet: Facet, lang: Variety, further: tuple[Option, ...]
    ) -> Reply:
        """That no source covers the facet, what is known of the topic, and ways out."""
        missing = Said("facet-missing", {"topic": topic.title[lang]})
        sources = tuple(self._sources(topic.id, "overview"))
        reply = self._plain(
            missing, lang, options=further, topic=topic.id, facet=facet, sources=sources
        )
        return replace(reply, text=f"{reply.text}\n\n{topic.answers['overview'].texts[lang]}")

    def _past_review(self, topic: Topic, facet: Facet, lang: Variety) -> str:
        due = self._verifications.due(topic, facet)
        if due is None:
            return self._catalogue.text(lang, "answer-never-reviewed")
        return self._catalogue.text(lang, "answer-past-review", date=due.isoformat())

    def _sources(self, topic_id: str, facet: Facet) -> Iterable[SourceLine]:
        verified_on = self._verifications.day(self._knowledge.topic(topic_id), facet)
        for source in self._knowledge.sources_for(topic_id, facet):
            yield source_line(source, verified_on)

    def _term(self, said: Said, lang: Variety) -> Reply:
        """What a term means, and the topic that tells more of it."""
        glossary = self._knowledge.glossary
        term = glossary.term(said.args["term"])
        more = [term.topic] if term.topic else []
        return self._plain(
            said,
            lang,
            values={"term": term.term, "meaning": term.meaning[lang]},
            options=self._topic_options(more, lang, "overview"),
            topic=term.topic,
            facet="overview",
            sources=tuple(source_line(source) for source in glossary.sources_of(term)),
        )

    def _my_data(self, said: Said, lang: Variety) -> Reply:
        """What is kept of a citizen, and the topic that tells of the law."""
        law = said.args["topic"]
        return self._plain(
            said, lang, options=self._topic_options([law], lang, "overview"), topic=law
        )

    def _post_or_posts(self, said: Said, lang: Variety) -> Reply:
        """One embassy or consulate as it may be told, or the question which one is meant."""
        directory = self._knowledge.directory
        posts = [directory.post(post_id) for post_id in said.args["posts"]]
        if len(posts) > 1:
            choices = [
                Option(
                    post_title(self._catalogue, post, lang),
                    Pick("ask_programme", {"posts": [post.id]}),
                )
                for post in posts
            ]
            return self._plain(Said("which-post", {"count": len(posts)}), lang, options=choices)
        return Reply(
            post_text(self._catalogue, posts[0], directory.official_site, lang),
            lang,
            topic=said.args["topic"],
            facet=said.args["facet"],
            sources=(source_line(posts[0].source), source_line(directory.official_site)),
        )

    def _competence(self, said: Said, lang: Variety) -> Reply:
        """Who decides about what a complaint is about, with a way to stop there."""
        competence = self._knowledge.competence
        answer = competence.categories[said.args["category"]]
        return self._plain(
            said,
            lang,
            values={"text": answer.texts[lang]},
            sources=tuple(source_line(competence.sources[name]) for name in answer.sources),
        )

    def _in_court(self, said: Said, lang: Variety) -> Reply:
        """That nobody but the court decides what is before it."""
        sources = self._knowledge.competence.sources
        return self._plain(
            said, lang, sources=tuple(source_line(sources[name]) for name in _ON_COURTS)
        )

    def _facet_options(self, topic_id: str, shown: str, lang: Variety) -> tuple[Option, ...]:
        facets = [name for name in self._knowledge.topic(topic_id).answers if name != shown]
        return tuple(
            Option(
                self._catalogue.text(lang, f"facet-{facet}"),
                Pick("ask_programme", {"topic": topic_id, "facet": facet}),
            )
            for facet in facets[:_MOST_FURTHER_FACETS]
        )

    def _topic_options(
        self, topic_ids: Iterable[str], lang: Variety, facet: str | None
    ) -> list[Option]:
        return [
            Option(
                self._knowledge.topic(topic_id).title[lang],
                Pick("ask_programme", {"topic": topic_id, "facet": facet}),
            )
            for topic_id in topic_ids
        ]

    def _did_you_mean(self, said: Said, lang: Variety) -> Reply:
        topic_ids = [topic_id for topic_id, _score in said.args["ranked"]]
        options = self._topic_options(topic_ids, lang, said.args.get("facet"))
        return self._plain(said, lang, options=options)

    def _list_programmes(self, said: Said, lang: Variety) -> Reply:
        programmes = self._knowledge.programmes()
        listed = [*programmes, *self._knowledge.beside_the_strategy()]
        return self._plain(
            said,
            lang,
            values={"count": len(programmes)},
            options=self._topic_options([topic.id for topic in listed], lang, None),
        )

    def _ticket(self, said: Said, lang: Variety) -> Reply:
        return self._plain(said, lang, values=self._ticket_words(said.args, lang))

    def _ticket_opened(self, said: Said, lang: Variety) -> Reply:
        """Reference and code, and under them by when the desk aims to act."""
        answered = said.args.get("answer_on")
        return self._with_lines(said, lang, "ticket-targets" if answered else "ticket-target")

    def _ticket_found(self, said: Said, lang: Variety) -> Reply:
        """The state, until when, and the newest answer of staff where there is one."""
        until = _UNTIL.get(said.args.get("standing", "")) if said.args.get("answer_on") else None
        answer = "ticket-found-answer" if said.args.get("text") else None
        return self._with_lines(said, lang, *(key for key in (until, answer) if key))

    def _with_lines(self, said: Said, lang: Variety, *keys: str) -> Reply:
        reply = self._ticket(said, lang)
        words = self._ticket_words(said.args, lang)
        lines = [self._catalogue.text(lang, key, **words) for key in keys]
        return replace(reply, text="\n".join([reply.text, *lines]))

    def _ticket_settled(self, said: Said, lang: Variety) -> Reply:
        """The answer, under it the next remedy, and the question whether it is solved."""
        remedy = said.args["remedy"]
        lines = [f"remedy-{remedy}".replace("_", "-")] if remedy != "none" else []
        if said.args.get("ask_solved"):
            lines.append("ticket-settled-question")
        return self._with_lines(said, lang, *lines)

    def _ticket_words(self, args: Mapping[str, Any], lang: Variety) -> dict[str, Any]:
        words = _scalars(args)
        for field in ("category", "state", "kind", "answer_type"):
            if value := args.get(field):
                key = f"{field}-{value}".replace("_", "-")
                words[field] = self._catalogue.text(lang, key)
        for field in ("opened_on", "acknowledge_on", "answer_on"):
            if day := args.get(field):
                words[field] = date_words(day, lang)
        if country := args.get("country"):
            words["country"] = country_name(country, lang)
        if not args.get("contact"):
            words["contact"] = self._catalogue.text(lang, "contact-none")
        return words

    def _word_of(
        self, family: str, value: str, lang: Variety, values: Mapping[str, Any] | None = None
    ) -> str:
        key = f"{family}-{value}".replace("_", "-")
        return self._catalogue.text(lang, key, **(values or {}))

    def _how_to_follow(self, said: Said, lang: Variety) -> Reply:
        """When to look, and where, if it is known under which address we are reached."""
        if self._home is None:
            return self._plain(said, lang)
        values = {"url": f"{self._home}/suivi"}
        return self._plain(Said("ticket-how-to-follow-there"), lang, values=values)

    def _which_ticket(self, said: Said, lang: Variety) -> Reply:
        """The tickets of who is on both channels, to choose from."""
        options = [
            Option(reference, Pick("check_complaint", {"ticket": ticket, "do": "look"}))
            for ticket, reference in said.args["tickets"]
        ]
        return self._plain(said, lang, options=options)

    def _link_asked(self, said: Said, lang: Variety) -> Reply:
        """The question whether two conversations are one person's, and what that would link."""
        args, words = said.args, self._catalogue.text
        lines = [words(lang, f"link-asked-{args['reader']}-{args['role']}")]
        values = self._ticket_words(args, lang)
        if args["kind"]:
            key = "link-unfinished" if args["category"] else "link-unfinished-bare"
            lines.append(words(lang, key, **values))
        if references := args["references"]:
            lines.append(words(lang, "link-tickets", references=listed(references, lang)))
        lines.append(words(lang, "link-both-sides"))
        if own := args["own_kind"]:
            kind = self._word_of("kind", own, lang)
            lines.append(words(lang, "link-which-form", kind=kind))
        answers = ("moved", "own", "no") if args["own_kind"] else ("yes", "no")
        options = tuple(
            Option(
                words(lang, f"link-choice-{answer}"),
                Pick("link", {"answer": answer, "link": args["link"]}),
            )
            for answer in answers
        )
        return Reply("\n".join(lines), lang, options=options)

    def _agent_expect(self, said: Said, lang: Variety) -> Reply:
        """Whether anybody is there, and how long it usually takes; each only where it is known."""
        parts = []
        if "at" in said.args:
            at = datetime.fromisoformat(said.args["at"]).astimezone(OFFICE)
            key = "agent-expect-open" if said.args["open"] else "agent-expect-closed"
            parts.append(
                self._catalogue.text(
                    lang,
                    key,
                    day=self._word_of("weekday", str(at.weekday()), lang),
                    time=f"{at:%H:%M}",
                )
            )
        if hours := said.args.get("wait_hours"):
            key = "agent-expect-hours" if hours < _HOURS_TOLD else "agent-expect-days"
            count = hours if hours < _HOURS_TOLD else round(hours / 24)
            parts.append(self._catalogue.text(lang, key, count=count))
        return Reply(" ".join(parts), lang)

    def _language_changed(self, said: Said, lang: Variety) -> Reply:
        return self._plain(Said("language-changed"), said.args.get("lang", lang))


def source_line(source: Source, verified_on: date | None = None) -> SourceLine:
    """A source as it is told to citizens."""
    verified = verified_on.isoformat() if verified_on else None
    return SourceLine(source.title, source.section, source.url, source.as_of, verified)


def _scalars(args: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in args.items() if isinstance(value, str | int | float)}
