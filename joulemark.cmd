@echo off
rem Starts Joulemark: finds a JDK 25, builds if needed, runs.
setlocal enabledelayedexpansion
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%app\target\joulemark-app.jar"
set "JDK="
call :try "%JOULEMARK_JAVA_HOME%"
call :try "%JAVA_HOME%"
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk*" "%ProgramFiles%\Java\jdk*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\zulu*") do call :try "%%~d"
if not defined JDK (
    echo joulemark: no JDK 25 or newer found. Install one, for example Temurin 25 from adoptium.net, or set JOULEMARK_JAVA_HOME. 1>&2
    exit /b 2
)
call :stale
if defined STALE (
    where mvn >nul 2>nul
    if errorlevel 1 (
        echo joulemark: it must be built and Maven ^(mvn^) is missing. Install Maven 3.8.7 or newer. 1>&2
        exit /b 2
    )
    echo Building Joulemark ^(about a minute^) ... 1>&2
    pushd "%HOME_DIR%"
    call mvn -B -q -ntp -DskipTests -pl icons,profiler-engine,reports,app package 1>&2
    if errorlevel 1 (
        popd
        echo joulemark: the build failed; the lines above say why. 1>&2
        exit /b 2
    )
    popd
    rem Maven leaves a jar alone whose content did not change.
    powershell -NoProfile -NonInteractive -Command "(Get-Item -LiteralPath $env:JAR).LastWriteTime = Get-Date" >nul 2>nul
)
rem The desktop's toolkit wants to be modules; the command line starts faster without them.
set "NATIVE=ALL-UNNAMED"
set "TOOLKIT="
if "%~1"=="" call :toolkit
if /i "%~1"=="desktop" call :toolkit
"%JDK%\bin\java" %TOOLKIT% --enable-native-access=%NATIVE% -XX:+UseSerialGC -Djava.awt.headless=true %JOULEMARK_JAVA_OPTS% -cp "%JAR%;%HOME_DIR%app\target\lib\*" org.joulemark.app.Launcher %*
exit /b %errorlevel%

:toolkit
set "NATIVE=ALL-UNNAMED,javafx.graphics"
set "JARS="
for %%f in ("%HOME_DIR%app\target\lib\javafx-*.jar") do call set "JARS=%%JARS%%%%~f;"
set TOOLKIT=--module-path "%JARS%" --add-modules javafx.controls,javafx.fxml
exit /b

:try
if defined JDK exit /b
if "%~1"=="" exit /b
if not exist "%~1\bin\javac.exe" exit /b
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release" 2^>nul') do (
    for /f "delims=." %%m in (%%v) do if %%~m geq 25 set "JDK=%~1"
)
exit /b

rem Sets STALE if the jar is missing or a source is newer. Exit code 3 says newer; if PowerShell is missing, the jar is taken as it is.
:stale
set "STALE="
if not exist "%JAR%" (
    set "STALE=1"
    exit /b
)
powershell -NoProfile -NonInteractive -Command "Set-Location -LiteralPath $env:HOME_DIR; $built = (Get-Item -LiteralPath $env:JAR).LastWriteTimeUtc; $newer = Get-Item -Path 'pom.xml', '*\pom.xml', '*\src\main', 'icons\app', 'icons\ui', 'packaging\data', 'packaging\samples' -ErrorAction SilentlyContinue | ForEach-Object { if ($_.PSIsContainer) { Get-ChildItem -LiteralPath $_.FullName -Recurse -File } else { $_ } } | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1; if ($newer) { exit 3 }" >nul 2>nul
if errorlevel 3 if not errorlevel 4 set "STALE=1"
exit /b
