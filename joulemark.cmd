@echo off
rem Starts Joulemark: finds a JDK 25, builds if needed, runs.
setlocal enabledelayedexpansion
set "HOME_DIR=%~dp0"
set "JDK="
call :try "%JOULEMARK_JAVA_HOME%"
call :try "%JAVA_HOME%"
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk*" "%ProgramFiles%\Java\jdk*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\zulu*") do call :try "%%~d"
if not defined JDK (
    echo joulemark: no JDK 25 or newer found. Install one, for example Temurin 25 from adoptium.net, or set JOULEMARK_JAVA_HOME. 1>&2
    exit /b 2
)
if not exist "%HOME_DIR%app\target\joulemark-app.jar" (
    where mvn >nul 2>nul
    if errorlevel 1 (
        echo joulemark: it is not built yet and Maven ^(mvn^) is missing. Install Maven 3.8.7 or newer. 1>&2
        exit /b 2
    )
    echo Building Joulemark ^(first run only, about a minute^) ... 1>&2
    pushd "%HOME_DIR%"
    call mvn -B -q -ntp -DskipTests -pl profiler-engine,reports,app package 1>&2
    if errorlevel 1 (
        popd
        echo joulemark: the build failed; the lines above say why. 1>&2
        exit /b 2
    )
    popd
)
"%JDK%\bin\java" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Djava.awt.headless=true %JOULEMARK_JAVA_OPTS% -cp "%HOME_DIR%app\target\joulemark-app.jar;%HOME_DIR%app\target\lib\*" org.joulemark.app.Launcher %*
exit /b %errorlevel%

:try
if defined JDK exit /b
if "%~1"=="" exit /b
if not exist "%~1\bin\javac.exe" exit /b
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release" 2^>nul') do (
    for /f "delims=." %%m in (%%v) do if %%~m geq 25 set "JDK=%~1"
)
exit /b
