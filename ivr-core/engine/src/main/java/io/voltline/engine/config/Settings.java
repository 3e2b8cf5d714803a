package io.voltline.engine.config;

import io.voltline.domain.alarm.AlarmRule;
import io.voltline.domain.callback.CallBackRule;
import io.voltline.domain.fax.FaxRule;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.Secret;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.notice.StormRule;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.domain.survey.SurveyRule;
import io.voltline.engine.rules.Ruled;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that can be set; {@code reference.conf} says what each option means.
 *
 * @param node this engine's name in the cluster
 * @param zone in which days begin and end
 * @param bind the address that HTTP and HTTPS listen on
 * @param routing what routing goes by: the settings, and over them what administrators changed
 * @param settled what the settings alone say
 * @param ruled what administrators changed
 * @param queuePlaces where the rule of each queue is written
 * @param skills the ones there are
 */
public record Settings(
    String node,
    ZoneId zone,
    String bind,
    int httpPort,
    Https https,
    Agi agi,
    Ami ami,
    int asteriskHttpPort,
    Sip sip,
    Database database,
    Redis redis,
    Paths paths,
    RoutingProfile routing,
    RoutingProfile settled,
    Ruled ruled,
    Map<QueueId, String> queuePlaces,
    Set<SkillId> skills,
    int mailbox,
    Journal journal,
    Waiting waiting,
    SelfService selfService,
    Situation situation,
    Fax fax,
    Speech speech,
    Desk desk,
    AlarmRule alarms,
    Duration drain) {

  /** HTTPS and its certificate, PEM files. */
  public record Https(int port, Path certificate, Path key) {}

  /** The FastAGI server, on loopback. */
  public record Agi(int port, int calls) {}

  public record Ami(String host, int port, String user, Secret secret) {}

  /** Where desk phones register. */
  public record Sip(String host, int port) {}

  /**
   * The business data.
   *
   * @param backlog most writes kept while the database is away
   */
  public record Database(String url, String user, Secret password, int connections, int backlog) {}

  /** The URL holds the password. */
  public record Redis(Secret url, Duration timeout) {}

  public record Paths(
      Path accounts,
      Path flows,
      Path flowTrials,
      Path desk,
      Path prompts,
      Path sounds,
      Path housePrompts,
      Path phones,
      Path rules,
      Path spoken,
      Path spool,
      Path recordings,
      Path journal,
      Path log) {}

  /**
   * The routing core's journal.
   *
   * @param backlog most events that wait to be written
   */
  public record Journal(long fileBytes, long totalBytes, int backlog) {}

  /**
   * Callers who wait.
   *
   * @param choicesAfter wait after which a call-back or a message is offered
   * @param lastAgent how long an agent who talked with a caller is preferred
   */
  public record Waiting(
      Duration tellFirst, Duration tellEvery, Duration choicesAfter, Duration lastAgent) {}

  /**
   * Free text spoken while a call is on.
   *
   * @param espeak the program and what it always needs to be told
   * @param service another voice by HTTP, which is taken when it is there
   * @param limit how long a caller waits for a text
   * @param atOnce most texts spoken at once
   */
  public record Speech(
      List<String> espeak, Optional<URI> service, Duration limit, int atOnce, long keptBytes) {}

  /**
   * What callers can do by themselves.
   *
   * @param limit how long one answer may take
   * @param repeatWindow over which calls of one number are counted
   * @param urgePause how long after one urging the next one counts
   * @param usualQueue of call-backs that are asked for before a queue is reached
   */
  public record SelfService(
      Duration limit,
      Duration repeatWindow,
      Duration urgePause,
      CallBackRule callBacks,
      QueueId usualQueue,
      String smsGateway,
      SurveyRule survey) {}

  /**
   * What every caller is told or led by.
   *
   * @param longest a recorded notice may last
   * @param sounds where recorded notices are kept
   * @param takes where the switch writes what is recorded by phone
   */
  public record Situation(StormRule storm, Duration longest, Path sounds, Path takes) {}

  /**
   * Faxes.
   *
   * @param spool what switch and engine share
   * @param documents what callers can have faxed
   * @param received where the pages of those that came in are kept
   * @param lines most that are sent at once
   */
  public record Fax(Path spool, Path documents, Path received, int lines, FaxRule rule) {}

  /**
   * Sessions and sign-in.
   *
   * @param attempts wrong passwords before an agent number or address has to wait
   * @param callOut the roles that may call numbers outside
   * @param sendWithin how soon after the end of its call a work order is in time
   */
  public record Desk(
      Duration session,
      int attempts,
      Duration attemptsWindow,
      Set<String> callOut,
      Duration sendWithin) {}
}
