import html, json, sys

with open(sys.argv[1], encoding="utf-8", newline="") as file:
    lines = file.read().rstrip("\n").split("\n")
del lines[1]
rows = []
for line in lines:
    cells, cell, index, line = [], "", 0, line[1:]
    while index < len(line):
        if line[index] == "\\":
            cell += line[index + 1]
            index += 2
            continue
        if line[index] == "|":
            cells.append(cell)
            cell = ""
        else:
            cell += line[index]
        index += 1
    rows.append([html.unescape(text[1:-1].replace("<br>", "\n")) for text in cells])
json.dump(rows, sys.stdout)
