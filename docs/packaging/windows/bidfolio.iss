; Inno Setup 6: iscc /DVersion=0.1.0 /DSource=dist\bidfolio /DOutput=dist docs\packaging\windows\bidfolio.iss
; For one user, without an administrator. Uninstalling removes the program alone: workspaces lie where their owner put
; them, and preferences and logs stay in %LOCALAPPDATA%\Bidfolio.
#ifndef Version
  #error Give the version: /DVersion=x.y.z
#endif

[Setup]
AppId={{6C0B4C7E-5C1D-4C0C-9F5B-0C6B5B8D1F42}
AppName=Bidfolio
AppVersion={#Version}
AppVerName=Bidfolio {#Version}
AppPublisher=Bidfolio
DefaultDirName={localappdata}\Programs\Bidfolio
DefaultGroupName=Bidfolio
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\..\LICENSE
OutputDir={#Output}
OutputBaseFilename=bidfolio-{#Version}-windows-x64
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
SetupIconFile={#Icons}\bidfolio.ico
UninstallDisplayIcon={app}\bidfolio-window.exe
ChangesAssociations=yes
ChangesEnvironment=yes
CloseApplications=yes
#ifdef Sign
SignTool=sign
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "desktop"; Description: "A shortcut on the desktop"; Flags: unchecked
Name: "path"; Description: "The command bidfolio in the terminal"; Flags: unchecked

[InstallDelete]
; An update leaves no library of the version before behind.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Source}\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{group}\Bidfolio"; Filename: "{app}\bidfolio-window.exe"
Name: "{userdesktop}\Bidfolio"; Filename: "{app}\bidfolio-window.exe"; Tasks: desktop

[Registry]
Root: HKCU; Subkey: "Software\Classes\.bidfolio"; ValueType: string; ValueData: "Bidfolio.Workspace"; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.bidfolio"; Flags: uninsdeletekeyifempty
Root: HKCU; Subkey: "Software\Classes\Bidfolio.Workspace"; ValueType: string; ValueData: "Bidfolio workspace"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\Bidfolio.Workspace\DefaultIcon"; ValueType: string; ValueData: "{app}\bidfolio-window.exe,0"
Root: HKCU; Subkey: "Software\Classes\Bidfolio.Workspace\shell\open\command"; ValueType: string; ValueData: """{app}\bidfolio-window.exe"" ""%1"""
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: NotInPath

[Run]
Filename: "{app}\bidfolio-window.exe"; Description: "Open Bidfolio"; Flags: nowait postinstall skipifsilent

[Code]
function NotInPath: Boolean;
var
  Path: String;
begin
  Result := not RegQueryStringValue(HKCU, 'Environment', 'Path', Path)
    or (Pos(';' + Uppercase(ExpandConstant('{app}')) + ';', ';' + Uppercase(Path) + ';') = 0);
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Path, Ours: String;
begin
  if (Step <> usPostUninstall) or not RegQueryStringValue(HKCU, 'Environment', 'Path', Path) then
    exit;
  Ours := ';' + ExpandConstant('{app}');
  if Pos(Uppercase(Ours), Uppercase(Path)) > 0 then
  begin
    Delete(Path, Pos(Uppercase(Ours), Uppercase(Path)), Length(Ours));
    RegWriteExpandStringValue(HKCU, 'Environment', 'Path', Path);
  end;
end;
