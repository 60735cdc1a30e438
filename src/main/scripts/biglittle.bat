@echo off
rem Starts BigLittle: the window without arguments, the command line with them.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA_EXE=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA_EXE=%JAVA_HOME%\bin\java.exe"
"%JAVA_EXE%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC %JAVA_OPTS% "-Dbiglittle.pairs=%HOME_DIR%\pairs" -jar "%HOME_DIR%\lib\biglittle.jar" %*
exit /b %ERRORLEVEL%
