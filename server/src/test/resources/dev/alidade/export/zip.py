import csv, io, json, sys, zipfile

with zipfile.ZipFile(sys.argv[1]) as archive:
    assert archive.testzip() is None and archive.namelist() == [sys.argv[2]]
    with archive.open(sys.argv[2]) as file:
        json.dump(list(csv.reader(io.TextIOWrapper(file, "utf-8", newline=""))), sys.stdout)
