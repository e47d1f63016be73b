import re
from xml.etree import ElementTree as ET

from amends.drawing.layout import drawing_of
from amends.render.swimlane_svg import picture
from hotel import Hotel
from page_html import html_of_pages
from small_maps import chart

SVG = "{http://www.w3.org/2000/svg}"


def pictures(hotel: Hotel, locale: str = "en") -> list[ET.Element]:
    """The pictures of the process page, lanes and heads, of both directions."""
    page = html_of_pages(hotel.sheets(), locale)["process"]
    found = re.findall(r"<svg class=\"am-lanes(?!__width).*?</svg>", page, re.DOTALL)
    return [ET.fromstring(svg.replace("<svg ", f'<svg xmlns="{SVG[1:-1]}" ', 1)) for svg in found]  # noqa: S314


def test_every_box_is_a_link_with_its_words_in_both_directions(hotel: Hotel) -> None:
    _, landscape, _, portrait = pictures(hotel)

    for body in (landscape, portrait):
        links = {link.get("href"): link.get("aria-label", "") for link in body.findall(".//{*}a")}
        assert list(links) == [
            "steps/accept.html",
            "steps/accept.html#decision--kind",
            "steps/solve.html",
            "steps/solve.html#decision--happy",
            "process.html#end-state--closed",
        ]
        assert links["steps/accept.html"].startswith("step 1, Accept the complaint (Front desk; with Manager; ")


def test_the_picture_has_a_name_and_a_description_of_every_box(hotel: Hotel) -> None:
    bodies = pictures(hotel, "zh")[1::2]
    assert len(bodies) == 2
    for body in bodies:
        names = {one.get("id"): one.text or "" for one in body if one.tag in (f"{SVG}title", f"{SVG}desc")}
        assert list(names) == [body.get("aria-labelledby"), body.get("aria-describedby")]
        name, description = names.values()
        assert name == "流程图"
        assert all(
            words in description for words in ("第1步：受理投诉", "第2步：解决问题", "流程结束：已结案", "承办人")
        )


def test_every_line_of_text_is_set_to_its_measured_width(hotel: Hotel) -> None:
    texts = [text for body in pictures(hotel) for text in body.findall(".//{*}text")]

    assert {text.text for text in texts} >= {"Accept the", "complaint", "Yes +1", "Front desk", "HI at once"}
    assert all(float(text.get("textLength", 0)) > 0 for text in texts)


def test_what_an_author_writes_is_text_in_the_picture(hotel: Hotel) -> None:
    hotel.replace('title: {en: "Solve it", zh: "解决问题"}', 'title: {en: "5 < 6 & a_b_c | ~z~", zh: "解决问题"}')
    _, landscape, _, _ = pictures(hotel)

    texts = "".join(text.text or "" for text in landscape.findall(".//{*}text"))
    assert "5<6&a_b_c|~z~" in "".join(texts.split())


def test_the_twigs_of_a_question_lead_to_each_of_its_answers() -> None:
    drawn = chart("a:step:desk q:decision:desk b:step:desk", "a>q q>b:Yes q>a:No/Never")
    found = picture(drawing_of(drawn, "portrait"), dict.fromkeys("aqb", "box"))

    question = next(item for item in found.boxes if item.box.node.id == "q")
    assert [label.text for label in question.labels] == ["No +1", "Yes"]
    assert question.twigs.count("M") == 2
    assert found.lines.count("M") == found.arrows.count("Z") == 3
