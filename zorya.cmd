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
if "%~1"=="package" goto package
if not exist "%HERE%\target\built" (
  echo Building Zorya, the first time this fetches its libraries and takes a few minutes ... 1>&2
  pushd "%HERE%"
  call mvn -B -q -ntp -Pprogram -DskipTests -Dspotless.check.skip package > target\build.log 2>&1 || (
    popd
    echo The build stopped. See target\build.log. 1>&2
    exit /b 1
  )
  popd
  del /q "%HERE%\target\*.args" "%HERE%\target\*.aot" 2>nul
  echo built > "%HERE%\target\built"
)
set "NAME=window"
set "MODULE=desktop-ui"
set "MAIN=dev.zorya.desktop.Main"
set "JIT=-XX:TieredStopAtLevel=1"
if "%~1"=="demo" set "NAME=demo" & set "MODULE=node" & set "MAIN=dev.zorya.node.Demo" & shift
if "%~1"=="guard" set "NAME=guard" & set "MODULE=node" & set "MAIN=dev.zorya.node.GuardCommand" & shift
if "%~1"=="peer" set "NAME=peer" & set "MODULE=node" & set "MAIN=dev.zorya.node.peer.PeerCommand" & set "JIT=-XX:TieredStopAtLevel=4"
if "%~1"=="bench" set "NAME=bench" & set "MODULE=benchmarks" & set "MAIN=dev.zorya.benchmarks.Bench" & set "JIT=-XX:TieredStopAtLevel=4" & shift
if "%~1"=="simulate" set "NAME=simulate" & set "MODULE=benchmarks" & set "MAIN=dev.zorya.benchmarks.Simulate" & set "JIT=-XX:TieredStopAtLevel=4" & shift
if not exist "%HERE%\target\%NAME%.args" call :list
if "%NAME%"=="window" if not exist "%HERE%\target\window.aot" call :train --measure-start
if "%NAME%"=="demo" if not exist "%HERE%\target\demo.aot" call :train --payments 50
if "%~1"=="build" exit /b 0

rem Java starts without a cache that does not fit; what it has to say about that is of use to nobody here.
set "CACHE="
for %%F in ("%HERE%\target\%NAME%.aot") do if %%~zF0 gtr 0 set "CACHE=-XX:AOTCache="%%~fF" -Xlog:aot*=off -Xlog:cds*=off"
if "%NAME%"=="peer" goto words
"%ZORYA_JAVA_HOME%\bin\java" @"%HERE%\target\%NAME%.args" %CACHE% %MAIN% %1 %2 %3 %4 %5 %6 %7 %8 %9
exit /b %ERRORLEVEL%

rem The jars of the image and the list of parts come from Maven, the rest from a program of its own: the same on all systems.
:package
pushd "%HERE%"
call mvn -B -q -ntp -Pprogram,packages -pl installers -am -DskipTests -Dspotless.check.skip package > target\package.log 2>&1 || (
  popd
  echo The build stopped. See target\package.log. 1>&2
  exit /b 1
)
popd
"%ZORYA_JAVA_HOME%\bin\java" "-Dzorya.source=%HERE%" -cp "%HERE%\installers\target\classes" dev.zorya.installers.Build %2
exit /b %ERRORLEVEL%

rem Flags of the peer have = and commas in them, at which Windows would cut: the line as it is, without its first word.
:words
for /f "tokens=1*" %%A in ("%*") do set "WORDS=%%B"
"%ZORYA_JAVA_HOME%\bin\java" @"%HERE%\target\peer.args" %MAIN% %WORDS%
exit /b %ERRORLEVEL%

rem Java takes the cache of a training run only for the same jars in the same order: they are listed once after each build.
:list
set "ARGS=%HERE%\target\%NAME%.args"
set "ROOT=%HERE:\=/%"
> "%ARGS%" echo -XX:+UseSerialGC %JIT%
>> "%ARGS%" echo "-Dzorya.source=%ROOT%"
>> "%ARGS%" echo -cp "\
set "SEP="
for /f "delims=" %%F in ('dir /b /on "%HERE%\%MODULE%\target\classpath\*.jar" ^| findstr /v /b javafx-') do call :jar %%F
>> "%ARGS%" echo "
if not "%MODULE%"=="desktop-ui" (
  >> "%ARGS%" echo --enable-native-access=ALL-UNNAMED
  exit /b 0
)
>> "%ARGS%" echo --enable-native-access=ALL-UNNAMED,javafx.graphics --add-modules javafx.controls
>> "%ARGS%" echo --module-path "\
set "SEP="
for /f "delims=" %%F in ('dir /b /on "%HERE%\%MODULE%\target\classpath\javafx-*.jar"') do call :jar %%F
>> "%ARGS%" echo "
exit /b 0

:jar
>> "%ARGS%" echo %SEP%%ROOT%/%MODULE%/target/classpath/%1\
set "SEP=;"
exit /b 0

rem One run that shows Java what a start loads. An empty file says that it did not work here; then starts take longer.
:train
echo Preparing quick starts (once after each build) ... 1>&2
set "SCRATCH=%TEMP%\zorya-training-%RANDOM%"
"%ZORYA_JAVA_HOME%\bin\java" @"%HERE%\target\%NAME%.args" -XX:AOTCacheOutput="%HERE%\target\%NAME%.aot" -Dglass.platform=Headless -Dprism.order=sw %MAIN% --data "%SCRATCH%" %1 %2 > "%HERE%\target\%NAME%.training.log" 2>&1
if not exist "%HERE%\target\%NAME%.aot" type nul > "%HERE%\target\%NAME%.aot"
if exist "%SCRATCH%" rmdir /s /q "%SCRATCH%"
exit /b 0

:help
echo Zorya: a wallet for Perun state channels
echo   zorya           opens the window
echo   zorya package   makes the packages that people install on this system, in installers\target\packages
echo   zorya guard     watches over a wallet's channels while its window is closed
echo   zorya peer      one channel client that a program drives by JSON lines
echo   zorya demo      plays a whole channel life in the terminal, on a practice chain
echo   zorya bench     measures durable payments between two processes
echo   zorya simulate  plays the engine through thousands of worlds in which everything goes wrong
echo   zorya --help    this page
echo Needed: a JDK 25 (ZORYA_JAVA_HOME or JAVA_HOME), Maven 3.8.7, Node 20 with npm.
exit /b 0
