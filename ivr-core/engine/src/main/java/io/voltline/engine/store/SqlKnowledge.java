package io.voltline.engine.store;

import io.voltline.engine.form.Article;
import io.voltline.engine.form.KnowledgeBook;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.Query;

/**
 * Articles in MariaDB. Every article is read for a search, since MariaDB's full-text index does not
 * know where a Chinese word ends: some thousands are read within a few milliseconds.
 */
public final class SqlKnowledge implements KnowledgeBook {
  private static final String TITLES = "CONCAT_WS(' ', title_zh, title_en, keywords)";
  private static final String ALL =
      "CONCAT_WS(' ', title_zh, title_en, keywords, body_zh, body_en)";
  private static final String ORDER =
      """
      ORDER BY COALESCE(:type = type OR :type LIKE CONCAT(type, '.%'), FALSE) DESC, id LIMIT :limit
      """;

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** More than anybody types. */
  private static final int WORDS = 8;

  private final Database database;

  public SqlKnowledge(Database database) {
    this.database = database;
  }

  @Override
  public List<Article> search(String words, Optional<String> type, int limit) {
    List<String> asked =
        BLANKS.splitAsStream(words.strip()).filter(word -> !word.isEmpty()).limit(WORDS).toList();
    String order =
        asked.isEmpty()
            ? ORDER
            : ORDER.replace("ORDER BY", "ORDER BY " + all(TITLES, asked) + " DESC,");
    return database.read(
        handle -> {
          Query query =
              handle
                  .createQuery(
                      "SELECT * FROM article "
                          + (asked.isEmpty() ? "" : "WHERE " + all(ALL, asked) + " ")
                          + order)
                  .bind("type", type.orElse(""))
                  .bind("limit", limit);
          for (int word = 0; word < asked.size(); word++) {
            query.bind("word" + word, "%" + Texts.literal(asked.get(word)) + "%");
          }
          return query.map((rs, ctx) -> article(new Row(rs))).list();
        });
  }

  /** That every word stands in the text. */
  private static String all(String text, List<String> words) {
    return IntStream.range(0, words.size())
        .mapToObj(word -> "%s LIKE :word%d".formatted(text, word))
        .collect(Collectors.joining(" AND ", "(", ")"));
  }

  @Override
  public Optional<Article> find(String id) {
    return database.read(
        handle ->
            handle
                .select("SELECT * FROM article WHERE id = ?", id)
                .map((rs, ctx) -> article(new Row(rs)))
                .findOne());
  }

  private static Article article(Row row) throws SQLException {
    return new Article(
        row.text("id"),
        row.maybe("type"),
        row.bilingual("title"),
        row.bilingual("body"),
        row.day("revised_on"));
  }
}
