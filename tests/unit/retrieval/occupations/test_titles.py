import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.retrieval.occupations.titles import variants


@pytest.mark.parametrize(
    ("title", "forms"),
    [
        ("Kaminfeger", ("kaminfeger",)),
        ("vendeur/vendeuse", ("vendeur vendeuse", "vendeur", "vendeuse")),
        (
            "Vendeur / Vendeuse en boulangerie",
            ("vendeur vendeuse en boulangerie", "vendeur en boulangerie", "vendeuse en boulangerie"),
        ),
        (
            "Vendeur en boulangerie / Vendeuse",
            ("vendeur en boulangerie vendeuse", "vendeur en boulangerie", "vendeuse en boulangerie"),
        ),
        ("Verkäufer/in (m/w/d) 80-100 %", ("verkaufer in", "verkaufer", "verkauferin")),
        ("Koch:Köchin 100%", ("koch kochin",)),
        ("Verkäufer*in", ("verkaufer in", "verkaufer", "verkauferin")),
        ("Employé(e) de maison H/F", ("employe e de maison", "employe de maison", "employee de maison")),
        ("vendeur·euse", ("vendeur euse", "vendeur")),
        ("Maler/Gipser/Lackierer", ("maler gipser lackierer", "maler", "gipser", "lackierer")),
        ("(H/F)", ()),
    ],
)
def test_double_forms_are_taken_apart(title: str, forms: tuple[str, ...]) -> None:
    assert variants(title) == forms


@given(st.text())
def test_forms_are_distinct_and_never_empty(title: str) -> None:
    forms = variants(title)
    assert all(forms)
    assert len(set(forms)) == len(forms)
