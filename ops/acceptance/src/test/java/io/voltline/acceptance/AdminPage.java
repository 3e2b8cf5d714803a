package io.voltline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;

/** What an administrator does in the browser again and again. */
final class AdminPage {
  static final String ADMIN = "9001";

  private AdminPage() {}

  static BrowserDesk open(Scene scene) {
    BrowserDesk admin = scene.stays(BrowserDesk.open(scene.house()), BrowserDesk::close);
    admin.enter(scene.house().account(ADMIN));
    admin.part("admin-open").click();
    assertThat(admin.part("admin")).isVisible();
    return admin;
  }

  static void edit(BrowserDesk admin, String agentNo) {
    admin.page().locator("[data-agent-no='" + agentNo + "']").getByTestId("account-edit").click();
  }

  static void save(BrowserDesk admin) {
    admin.part("account-save").click();
    assertThat(admin.part("account-dialog")).hasCount(0);
  }

  static void choose(BrowserDesk admin, String select, String option) {
    admin.part(select).click();
    admin.page().getByRole(AriaRole.OPTION).getByText(option).last().click();
  }
}
