"""The part of the comparison screen that answers whether items are about the same topic."""

from collections.abc import Callable
from dataclasses import replace

from workflow.comparison.model import Comparison, TopicComparison
from workflow.comparison.titles import is_generic
from workflow.languages import say
from workflow.tui import comparing
from workflow.tui.screens.dialogs import Prompt
from workflow.tui.screens.narrowing import NarrowingPart
from workflow.tui.screens.writing import save_topics


class AnsweringPart(NarrowingPart):
    """Keeps which links were refused here, so that a slip of the finger is taken back."""

    def __init__(self) -> None:
        super().__init__()
        self._slug = ""
        """The item whose topic the cursor goes to next."""
        self._anew = True
        """Whether the cursor goes to where there is most to see, not to where it was."""
        self._refused: list[TopicComparison] = []
        """The links that were refused on this screen, the last one last."""

    # What the screen does

    @property
    def _topic(self) -> TopicComparison | None:
        """The topic that an answer is about."""
        return None

    def load(self, older: str = "") -> None:
        """Compare anew."""

    # Answers

    @property
    def _refusal(self) -> TopicComparison | None:
        """The link that was refused on this screen for the item under the cursor."""
        return self._refusal_of(self._topic)

    def _refusal_of(self, topic: TopicComparison | None) -> TopicComparison | None:
        """The link that was refused on this screen for the items of a topic."""
        if topic is None or topic.link != "none":
            return None
        places = {(ref.meeting, ref.slug) for ref in (*topic.newer, *topic.older)}
        return next(
            (
                each
                for each in reversed(self._refused)
                if places & {(ref.meeting, ref.slug) for ref in (*each.newer, *each.older)}
            ),
            None,
        )

    def _narrowed(self, whole: Comparison) -> Comparison:
        """What the filters leave, and what was refused here: it is taken back where it stands."""
        found = {each.topic: each for each in super()._narrowed(whole).topics}
        topics = (
            found.get(each.topic) or (replace(each, changes=()) if self._stays(each) else None)
            for each in whole.topics
        )
        return replace(whole, topics=tuple(each for each in topics if each))

    def _stays(self, topic: TopicComparison) -> bool:
        """Whether no filter hides a topic, since its link was refused here."""
        return bool(topic.newer) and self._refusal_of(topic) is not None

    def do_link(self) -> None:
        """Confirm that the items are about the same topic, and give it a name."""
        found, desk = self._topic, self.app.desk
        assert found is not None

        def named(words: str | None) -> None:
            if words and words.strip():
                self._answer(lambda: comparing.link(desk, found, words), found)

        self.app.push_screen(
            Prompt(
                say("tui.compare.link_title"),
                say("tui.compare.link_words"),
                _called(found),
            ),
            named,
        )

    def do_refuse(self) -> None:
        """Record that the items are not about the same topic, or take that back."""
        found, desk = self._topic, self.app.desk
        assert found is not None
        if (before := self._refusal) is not None:
            kept = [each for each in self._refused if each is not before]
            self._answer(lambda: comparing.take_back(desk, before), before, kept)
            return
        refused = [*self._refused, found]
        self._answer(lambda: comparing.refuse(desk, found), found, refused)

    def _answer(
        self,
        save: Callable[[], str],
        topic: TopicComparison,
        refused: list[TopicComparison] | None = None,
    ) -> None:
        """Save an answer about a link, and compare anew.

        Once it is saved, what is refused here becomes `refused`.
        """

        def saved() -> None:
            self._refused = self._refused if refused is None else refused
            self._slug = topic.newer[0].slug
            self._anew = True
            self.load()

        save_topics(self, save, saved)


def _called(topic: TopicComparison) -> str:
    """How a topic is called, a new one after the earlier item, as where it is proposed."""
    earlier = topic.older[0].title
    newer = {ref.title for ref in topic.newer}
    return topic.title if topic.title not in newer or is_generic(earlier) else earlier
