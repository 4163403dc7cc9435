@echo off
rem Builds what is stale and starts a program of Zorya. "zorya --help" lists them.
setlocal
set "HERE=%~dp0"
if "%HERE:~-1%"=="\" set "HERE=%HERE:~0,-1%"
if not defined ZORYA_JAVA_HOME set "ZORYA_JAVA_HOME=%JAVA_HOME%"
if not exist "%ZORYA_JAVA_HOME%\bin\java.exe" (
  echo Zorya needs a JDK 25 and found none. Nothing was started and nothing was changed. 1>&2
  echo Install a JDK 25, set ZORYA_JAVA_HOME to its folder, and run this again. 1>&2
  exit /b 3
)
if "%~1"=="--help" goto help
if "%~1"=="-h" goto help
where mvn >nul 2>nul || (
  echo Zorya builds itself with Maven 3.8.7 or newer and found none. Install Maven, and run this again. 1>&2
  exit /b 3
)
where node >nul 2>nul || (
  echo Zorya needs Node 20 or newer with npm for the practice chain and found none. Install Node, and run this again. 1>&2
  exit /b 3
)
if not exist "%HERE%\target" mkdir "%HERE%\target"
if not exist "%HERE%\target\built" (
  echo Building Zorya, the first time this fetches its libraries and takes a few minutes ... 1>&2
  pushd "%HERE%"
  call mvn -B -q -ntp -DskipTests -Dspotless.check.skip package > target\build.log 2>&1 || (
    popd
    echo The build stopped. See target\build.log. 1>&2
    exit /b 1
  )
  popd
  echo built > "%HERE%\target\built"
)
set "MODULE=desktop-ui"
set "MAIN=dev.zorya.desktop.Main"
if "%~1"=="demo" set "MODULE=node" & set "MAIN=dev.zorya.node.Demo" & shift
if "%~1"=="bench" set "MODULE=benchmarks" & set "MAIN=dev.zorya.benchmarks.Bench" & shift
"%ZORYA_JAVA_HOME%\bin\java" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Dzorya.source="%HERE%" -cp "%HERE%\%MODULE%\target\classpath\*" %MAIN% %1 %2 %3 %4 %5 %6 %7 %8 %9
exit /b %ERRORLEVEL%

:help
echo Zorya: a wallet for Perun state channels
echo   zorya           opens the window
echo   zorya demo      plays a whole channel life in the terminal, on a practice chain
echo   zorya bench     measures durable payments between two processes
echo   zorya --help    this page
echo Needed: a JDK 25 (ZORYA_JAVA_HOME or JAVA_HOME), Maven 3.8.7, Node 20 with npm.
exit /b 0
