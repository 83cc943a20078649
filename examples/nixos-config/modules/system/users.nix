# The people of these machines. Passwords and keys are not in the repository.
{ lib, ... }:

{
  users.mutableUsers = false;
  users.users.kernelcore = {
    isNormalUser = true;
    description = "kernelcore";
    extraGroups = [ "wheel" ];
    hashedPasswordFile = "/run/secrets/user-password";
    openssh.authorizedKeys.keys = lib.mkDefault [ "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExample kernelcore@kernelcore" ];
  };
}
