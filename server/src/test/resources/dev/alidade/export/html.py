import json, sys
sys.path.pop(0)
from html.parser import HTMLParser


class Rows(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.rows, self.inside = [], False

    def handle_starttag(self, tag, attributes):
        if tag == "script":
            raise SystemExit("a value became markup")
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
            self.inside = True

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.rows[-1][-1] += data


parser = Rows()
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    parser.feed(file.read())
parser.close()
json.dump(parser.rows, sys.stdout)
