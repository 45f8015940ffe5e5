"""A file is read with its version, and written by whoever has read it; what was withheld survives the writing."""

from datetime import UTC, datetime
from urllib.parse import quote

from starlette.testclient import TestClient
from tests.e2e.api.conftest import PERSON, signed_as

from matching.domain.viewer import LOCAL_VIEWER
from matching.storage.scope import EVERYTHING

PATH = f"/v1/profiles/{PERSON}"


def test_read_change_write(client: TestClient) -> None:
    read = client.get(PATH)
    assert read.status_code == 200, read.text
    changed = read.json() | {"months_without_work": 15}
    written = client.put(PATH, json=changed, headers={"If-Match": read.headers["ETag"]})
    assert written.status_code == 204, written.text
    assert written.headers["ETag"] != read.headers["ETag"]
    again = client.get(PATH)
    assert again.json() == changed
    assert again.headers["ETag"] == written.headers["ETag"]
    late = client.put(PATH, json=read.json(), headers={"If-Match": read.headers["ETag"]})
    assert late.status_code == 412
    assert client.get(PATH).json() == changed


def test_whoever_writes_says_what_they_have_read(client: TestClient) -> None:
    read = client.get(PATH)
    assert client.put(PATH, json=read.json()).status_code == 428
    for tag in ("*", "1", 'W/"1"', '"x"', f"{read.headers['ETag']}, {read.headers['ETag']}"):
        assert client.put(PATH, json=read.json(), headers={"If-Match": tag}).status_code == 412, tag
    both = {"If-Match": read.headers["ETag"], "If-None-Match": "*"}
    assert client.put(PATH, json=read.json(), headers=both).status_code == 422
    assert client.put(PATH, json=read.json(), headers={"If-None-Match": "*"}).status_code == 412
    other = read.json() | {"id": "p-other"}
    assert client.put(PATH, json=other, headers={"If-Match": read.headers["ETag"]}).status_code == 422


def test_a_foreign_file_is_not_written(client: TestClient) -> None:
    read = client.get(PATH)
    headers = {**signed_as("elsewhere"), "If-Match": read.headers["ETag"]}
    foreign = client.put(PATH, json=read.json(), headers=headers)
    unknown = client.put("/v1/profiles/p-0", json=read.json() | {"id": "p-0"}, headers=headers)
    assert foreign.status_code == unknown.status_code == 404
    assert foreign.json()["detail"].replace(PERSON, "ID") == unknown.json()["detail"].replace("p-0", "ID")


def test_what_is_withheld_from_the_writer_stays(client: TestClient, at: datetime) -> None:
    """Whoever has no consent for some of a file sends it back, changed; nothing that they were not told is erased."""
    service = client.app.state.service  # type: ignore[attr-defined]
    client.headers.update(signed_as("narrow"))
    withheld = 0
    for listed in service.people(viewer=service.viewer("narrow"), at=at):
        path = f"/v1/profiles/{listed.profile}"
        before = service.show_profile(listed.profile, viewer=LOCAL_VIEWER, at=at).profile
        read = client.get(path)
        withheld += read.json()["needs"] != before.model_dump(mode="json")["needs"]
        sent = read.json() | {"wishes": "Un autre souhait"}
        written = client.put(path, json=sent, headers={"If-Match": read.headers["ETag"]})
        assert written.status_code == 204, written.text
        after = service.show_profile(listed.profile, viewer=LOCAL_VIEWER, at=at).profile
        assert after == before.model_copy(update={"wishes": "Un autre souhait"})
    assert withheld


def test_a_new_file(client: TestClient) -> None:
    service = client.app.state.service  # type: ignore[attr-defined]
    with service.workplace.database.begin(EVERYTHING) as connection:
        connection.exec_driver_sql("UPDATE marks SET value = 'site'")
    client.headers.update(signed_as("elsewhere"))
    path = "/v1/profiles/p-new"
    made = client.put(path, json={"id": "p-new"}, headers={"If-None-Match": "*"})
    assert made.status_code == 201, made.text
    assert (made.headers["Location"], made.headers["ETag"]) == (path, '"1"')
    assert client.get(path).json()["unit"] == "vd-orp-elsewhere"
    assert client.put(path, json={"id": "p-new"}, headers={"If-None-Match": "*"}).status_code == 412
    taken = client.put(PATH, json={"id": PERSON}, headers={"If-None-Match": "*"})
    assert taken.status_code == 201  # somebody else of that id: nothing tells that another unit has one
    assert service.show_profile(PERSON, viewer=service.viewer("demo"), at=datetime.now(UTC)).profile.wishes
    elsewhere = {"id": "p-new", "unit": "vd-uc-lausanne"}
    assert client.put(path, json=elsewhere, headers={"If-Match": '"1"'}).status_code == 422


def test_every_sign_that_an_id_may_have_reaches_the_file(client: TestClient) -> None:
    read = client.get(PATH)
    for id_ in ("VD.12_3-4", "756:1234@orp+2"):
        path = f"/v1/profiles/{quote(id_, safe='')}"
        sent = read.json() | {"id": id_}
        assert client.get(path).status_code == 404
        assert client.put(path, json=sent, headers={"If-Match": read.headers["ETag"]}).status_code == 404
        assert id_ in client.get(path).json()["detail"]


def test_an_id_with_a_slash_is_refused_where_a_file_is_handed_over(client: TestClient) -> None:
    answer = client.post("/v1/recommendations", json={"profile": {"id": "2024/0123"}})
    assert answer.status_code == 422
    assert "un identifiant de dossier n'a pas de « / »" in answer.text
    assert "2024" not in answer.text


def test_no_new_file_of_a_real_person_in_a_demo(client: TestClient) -> None:
    made = client.put(
        "/v1/profiles/p-new", json={"id": "p-new", "unit": "vd-uc-lausanne"}, headers={"If-None-Match": "*"}
    )
    assert made.status_code == 409


def test_a_file_is_held_to_its_contract(client: TestClient) -> None:
    read = client.get(PATH)
    for change, field in (
        ({"months_without_work": "14"}, "months_without_work"),
        ({"languages": {"items": [{"language": "Zyxomark", "level": "z9"}]}}, "languages.items[0].level"),
        ({"Zyxomark": 1}, "(inconnu)"),
    ):
        answer = client.put(PATH, json=read.json() | change, headers={"If-Match": read.headers["ETag"]})
        assert answer.status_code == 422
        assert "Zyxomark" not in answer.text
        assert field in {each["field"] for each in answer.json()["errors"]}
