package io.ringside.adapters.web;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/** A Chromium without a window, where the machine has one. */
final class Browser implements AutoCloseable {
    private static final List<String> CHROMIUM = List.of("/usr/bin/chromium", "/usr/bin/google-chrome");
    private static final List<String> DRIVER = List.of("/usr/bin/chromedriver");

    private final ChromeDriver driver;

    private Browser(Path chromium, Path chromedriver) {
        Path profile;
        try {
            Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
            profile = Files.createTempDirectory(target, "browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--lang=en-US",
                "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(30));
    }

    /** Whether this machine has a Chromium and its driver. */
    static boolean present() {
        return first(CHROMIUM).isPresent() && first(DRIVER).isPresent();
    }

    static Browser open() {
        return new Browser(first(CHROMIUM).orElseThrow(), first(DRIVER).orElseThrow());
    }

    private static Optional<Path> first(List<String> places) {
        return places.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    /** Sets the size of what is inside the window, pixels. */
    Browser size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 700));
        return this;
    }

    /** Opens a page, with a script that runs before any of its own. */
    Browser go(String url, String script) {
        Map<String, Object> added =
                driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
        try {
            return go(url);
        } finally {
            driver.executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", added);
        }
    }

    Browser go(String url) {
        driver.get(url);
        return this;
    }

    /** What a person reads there; empty where there is no such element. Asked in one go: the page goes on drawing. */
    String text(String css) {
        return (String) run("const e = document.querySelector(arguments[0]); return e ? e.innerText.trim() : ''", css);
    }

    @SuppressWarnings("unchecked") // what the script returns
    List<String> texts(String css) {
        return (List<String>)
                run("return [...document.querySelectorAll(arguments[0])].map(e => e.innerText.trim())", css);
    }

    String attribute(String css, String name) {
        return (String) run("return document.querySelector(arguments[0]).getAttribute(arguments[1])", css, name);
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    Browser keys(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
        return this;
    }

    /** What the page said to the console, errors of security policies among it. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .toList();
    }

    /** A picture for a person to look at, in target/screenshots. */
    void picture(String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "screenshots"));
            File taken = driver.getScreenshotAs(OutputType.FILE);
            Files.move(taken.toPath(), folder.resolve(name + ".png"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
