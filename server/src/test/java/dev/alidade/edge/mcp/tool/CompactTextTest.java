package dev.alidade.edge.mcp.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class CompactTextTest {
  private static String of(String json) throws Exception {
    return CompactText.of(new ObjectMapper().readTree(json));
  }

  @Test
  void writesRowsAsATable() throws Exception {
    assertThat(
            of(
                """
                {"columns": [{"name": "a"}, {"name": "b\\tc"}],
                 "rows": [[1, "x\\ny"], [null, [1, 2]]], "truncated": true}"""))
        .isEqualTo("a\tb\\tc\n1\tx\\ny\nnull\t[1,2]\ntruncated: true");
  }

  @Test
  void writesAlikeObjectsAsATable() throws Exception {
    assertThat(
            of(
                """
                {"sources": [{"name": "shop", "tables": 8}, {"name": "old", "error": "away"}],
                 "none": [], "empty": {}, "words": ["a", "b"]}"""))
        .isEqualTo(
            """
            sources:
              name\ttables\terror
              shop\t8\t
              old\t\taway
            none:\s
            empty: {}
            words: a, b""");
  }

  @Test
  void indentsWhatIsNested() throws Exception {
    assertThat(
            of(
                """
                {"plan": {"name": "scan", "children": [{"name": "filter", "children": [1]}]}}"""))
        .isEqualTo(
            """
            plan:
              name: scan
              children:
                -
                  name: filter
                  children: 1""");
  }

  @Test
  void writesRowsWithoutColumnsAsTheyAre() throws Exception {
    assertThat(of("{\"columns\": [], \"rows\": []}")).isEqualTo("columns: \nrows:");
  }
}
