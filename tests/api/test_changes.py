"""The change feed: every committed change once, in one order, and nothing that is hidden."""

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Any

import pytest
from django.db import connection, transaction
from rest_framework.test import APIClient

from annotations.models import Change, Claim, Story, User
from annotations.services.changes import record_change
from annotations.services.reviewing import submit_review
from annotations.services.stories import create_story
from tests.api.conftest import Caller


def read(api: APIClient, **query: Any) -> dict[str, Any]:
    answer = api.get("/api/v1/changes/", query)
    assert answer.status_code == 200, answer.content
    return answer.json()


@contextmanager
def running(*works: Callable[[], None]) -> Iterator[list[BaseException]]:
    """The works in threads with connections of their own; joined at the end."""
    faults: list[BaseException] = []

    def guarded(work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [Thread(target=guarded, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    try:
        yield faults
    finally:
        for thread in threads:
            thread.join()


# Settled is what is committed, so the tests commit.
@pytest.mark.django_db(transaction=True)
class TestFeed:
    def test_it_tells_who_did_what_to_which_object(self, bot_api: APIClient, editor: User) -> None:
        story = create_story(title="Flood", actor=editor)
        [change] = read(bot_api)["results"]
        assert change["action"] == "story.created"
        assert (change["kind"], change["object"], change["story"]) == ("story", story.pk, story.pk)
        assert change["actor"] == {"id": editor.pk, "username": "edda"}
        assert change["after"] == {"title": "Flood", "reviews_needed": 2}

    def test_a_reader_goes_on_where_it_stopped(self, bot_api: APIClient) -> None:
        for number in range(5):
            create_story(title=f"Story {number}")
        first = read(bot_api, page_size=3)
        second = read(bot_api, page_size=3, after=first["cursor"])
        titles = [row["after"]["title"] for row in first["results"] + second["results"]]
        assert titles == [f"Story {number}" for number in range(5)]
        assert (first["more"], second["more"]) == (True, False)
        idle = read(bot_api, after=second["cursor"])
        assert (idle["results"], idle["cursor"]) == ([], second["cursor"])

    def test_a_reader_may_begin_at_the_end(self, bot_api: APIClient) -> None:
        assert read(bot_api, after="latest") == {"results": [], "cursor": None, "more": False}
        create_story(title="Old")
        start = read(bot_api, after="latest")
        create_story(title="New")
        [change] = read(bot_api, after=start["cursor"])["results"]
        assert change["after"]["title"] == "New"

    def test_it_is_narrowed_to_a_kind_and_a_story(
        self, bot_api: APIClient, claim: Claim, annotator: User
    ) -> None:
        create_story(title="Other")
        submit_review(claim=claim, reviewer=annotator, rating="disputed")
        story = claim.article.story
        assert [row["kind"] for row in read(bot_api, story=story.pk)["results"]] == ["claim"]
        assert [row["kind"] for row in read(bot_api, kind="story")["results"]] == ["story"]

    def test_a_blind_reviewers_work_does_not_show(
        self, caller: Caller, bot_api: APIClient, claim: Claim, annotator: User, outsider: User
    ) -> None:
        review = submit_review(claim=claim, reviewer=annotator, rating="disputed")
        for api in (caller(outsider), bot_api):
            feed = read(api)
            assert [row["kind"] for row in feed["results"]] == ["claim"]
            assert [row["actor"] for row in feed["results"]] == [None]
            assert "disputed" not in str(feed)
        own = read(caller(annotator))["results"]
        assert [(row["kind"], row["object"]) for row in own if row["kind"] == "review"] == [
            ("review", review.pk)
        ]

    def test_tokens_and_accounts_are_not_in_it(self, bot_api: APIClient) -> None:
        assert Change.objects.filter(object_type="user").exists()
        assert read(bot_api)["results"] == []

    def test_it_waits_for_a_change(self, bot_api: APIClient) -> None:
        def write() -> None:
            time.sleep(0.3)
            create_story(title="Late")

        with running(write) as faults:
            began = time.monotonic()
            feed = read(bot_api, wait=10)
        assert not faults
        assert [row["after"]["title"] for row in feed["results"]] == ["Late"]
        assert time.monotonic() - began < 5

    @pytest.mark.parametrize(
        ("query", "field"),
        [
            ({"after": "999999"}, "?after"),
            ({"after": "x"}, "?after"),
            ({"after": "9" * 30}, "?after"),
            ({"wait": "21"}, "?wait"),
            ({"kind": "user"}, "?kind"),
            ({"story": "0"}, "?story"),
            ({"since": "1"}, "?since"),
        ],
    )
    def test_a_bad_parameter_is_refused_by_name(
        self, bot_api: APIClient, query: dict[str, str], field: str
    ) -> None:
        answer = bot_api.get("/api/v1/changes/", query)
        assert answer.status_code == 400
        assert [error["field"] for error in answer.json()["errors"]] == [field]


def naive_read(after: int) -> list[int]:
    return list(Change.objects.filter(id__gt=after).order_by("id").values_list("id", flat=True))


@contextmanager
def uncommitted_change(story: Story) -> Iterator[None]:
    """Another writer's change "slow", written before the block and committed behind it."""
    written, commit = Event(), Event()

    def slow() -> None:
        with transaction.atomic():
            record_change(actor=None, action="slow", obj=story, story=story)
            written.set()
            commit.wait(10)

    with running(slow) as faults:
        written.wait(10)
        yield
        commit.set()
    assert not faults


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_interleaved_commits_a_feed_by_id_alone_misses_one_and_ours_none(
    bot_api: APIClient, story: Story
) -> None:
    with uncommitted_change(story):
        record_change(actor=None, action="fast", obj=story, story=story)
        naive = naive_read(after=0)
        ours = read(bot_api)
    naive += naive_read(after=naive[-1])
    rest = read(bot_api, **({"after": ours["cursor"]} if ours["cursor"] else {}))
    committed = list(Change.objects.filter(story=story).values_list("action", flat=True))
    actions = dict(Change.objects.values_list("id", "action"))
    assert sorted(committed) == ["fast", "slow"]
    assert "slow" not in [actions[pk] for pk in naive]
    assert [row["action"] for row in ours["results"] + rest["results"]] == ["slow", "fast"]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_cursor_stays_good_while_what_it_names_counts_as_unsettled(
    bot_api: APIClient, story: Story
) -> None:
    with uncommitted_change(story):
        fast = record_change(actor=None, action="fast", obj=story, story=story)
        meanwhile = read(bot_api, after=str(fast.pk))
    assert meanwhile["results"] == []


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_three_pollers_each_get_every_change_of_eight_writers_once_and_in_one_order(
    caller: Caller, client_user: User, story: Story
) -> None:
    writing_ends = time.monotonic() + 20
    quiet = Event()
    feeds: list[list[int]] = [[], [], []]

    def write(seed: int) -> None:
        chance = random.Random(seed)
        while time.monotonic() < writing_ends:
            with transaction.atomic():
                for _ in range(chance.randint(1, 4)):
                    record_change(actor=None, action="written", obj=story, story=story)
                    time.sleep(chance.random() / 100)
                if chance.random() < 0.2:
                    transaction.set_rollback(True)

    def poll(seen: list[int], api: APIClient) -> None:
        cursor = None
        while True:
            done = quiet.is_set()
            feed = read(api, **({"after": cursor} if cursor else {}))
            seen += [row["id"] for row in feed["results"]]
            cursor = feed["cursor"]
            if done and not feed["results"]:
                return
            time.sleep(0.02)

    def stop_when_written() -> None:
        with running(*(lambda seed=seed: write(seed) for seed in range(8))) as faults:
            pass
        quiet.set()
        assert not faults

    apis = [caller(client_user) for _ in feeds]
    pollers = [
        lambda seen=seen, api=api: poll(seen, api) for seen, api in zip(feeds, apis, strict=True)
    ]
    with running(stop_when_written, *pollers) as faults:
        pass
    assert not faults
    committed = set(Change.objects.filter(action="written").values_list("id", flat=True))
    assert len(committed) > 500
    assert set(feeds[0]) == committed
    assert len(feeds[0]) == len(committed)
    assert feeds[0] == feeds[1] == feeds[2]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_what_another_database_of_the_server_does_holds_the_feed_up_for_nobody(
    bot_api: APIClient,
) -> None:
    parameters = connection.get_connection_params() | {"dbname": "postgres"}
    elsewhere = connection.Database.connect(**parameters)
    elsewhere.execute("SELECT pg_current_xact_id()")
    create_story(title="Flood")
    assert [row["kind"] for row in read(bot_api)["results"]] == ["story"]
    elsewhere.close()
