{
  services.journald.extraConfig = ''
    SystemMaxUse=2G
    MaxRetentionSec=3month
    ForwardToSyslog=no
  '';
}
