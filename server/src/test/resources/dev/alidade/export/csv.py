import csv, json, sys
csv.field_size_limit(10_000_000)
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    json.dump(list(csv.reader(file, delimiter=sys.argv[2])), sys.stdout)
